package dev.unbraid.app.separate;

import dev.unbraid.app.controls.Chip;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.app.controls.StemColour;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.fx.EveryFrame;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The choices of a separation: model, stems, thoroughness, device; at the bottom what can be done about it now.
final class SeparatePanel extends VBox {
    private final SeparateViewModel viewModel;
    private final SeparationChoices choices;
    private final SeparateWords words;
    private final VBox models = new VBox();
    private final FlowPane stems = new FlowPane();
    private final Label time = new Label();
    private final VBox devices = new VBox();
    private List<IdleDevice> idleDevices = List.of();
    private final VBox bottom = new VBox();
    private final ModelCard card;
    private final Runnable start;

    /// @param start separates
    SeparatePanel(SeparateViewModel viewModel, SeparateWords words, Runnable start) {
        this.viewModel = viewModel;
        this.choices = viewModel.choices();
        this.words = words;
        this.start = start;
        card = new ModelCard(viewModel, words);
        getStyleClass().add("ub-separate-panel");
        models.getStyleClass().add("ub-separate-models");
        stems.getStyleClass().add("ub-chips");
        time.getStyleClass().add("ub-dim");
        time.setWrapText(true);
        getChildren().addAll(
                group("model", models), group("stems", stems),
                group("quality", shifts(), time), group("device", devices), bottom);
        choices.catalogueProperty().addListener((_, _, _) -> show());
        choices.settingsProperty().addListener((_, old, now) -> {
            if (!old.separation().equals(now.separation())) {
                show();
            }
        });
        viewModel.readinessProperty().addListener((_, _, _) -> showBottom());
        EveryFrame reader = new EveryFrame(viewModel.deviceInstallation()::poll);
        viewModel.deviceInstallation().stateProperty().addListener((_, _, now) -> {
            reader.setOn(now.isPresent());
            // Not made anew: a button that goes away under the pointer is not pressed.
            idleDevices.forEach(IdleDevice::show);
        });
        // A run may have taught this machine's pace since it was last seen.
        sceneProperty().addListener((_, _, _) -> showBottom());
        show();
    }

    private VBox group(String heading, Node... content) {
        Label title = new Label(words.heading("group." + heading));
        title.getStyleClass().add("ub-section");
        VBox group = new VBox(title);
        group.getStyleClass().add("ub-separate-group");
        group.getChildren().addAll(content);
        return group;
    }

    private Segments<Integer> shifts() {
        Segments<Integer> segments = new Segments<>(choices.shifts(), choices::chooseShifts);
        SeparationChoices.SHIFTS.forEach(it -> segments.with(it, words.text("shifts." + it)));
        choices.settingsProperty().addListener((_, _, _) -> segments.valueProperty().set(choices.shifts()));
        return segments;
    }

    private void show() {
        showModels();
        showStems();
        time.setText(words.text("time." + choices.shifts()));
        showDevices();
        showBottom();
    }

    private void showModels() {
        ToggleGroup group = new ToggleGroup();
        List<Node> rows = new ArrayList<>();
        for (SeparatorModel model : choices.catalogueProperty().get().models()) {
            rows.add(row(model, group));
        }
        replace(models, rows.isEmpty() ? List.of(faint("models.none")) : rows);
    }

    private Node row(SeparatorModel model, ToggleGroup group) {
        RadioButton name = new RadioButton(model.name());
        name.setMnemonicParsing(false);
        name.setToggleGroup(group);
        name.setSelected(choices.model().filter(model::equals).isPresent());
        name.setAccessibleText("%s, %s".formatted(model.name(), words.description(model)));
        name.setOnAction(_ -> choices.chooseModel(model.name()));
        Label state = new Label(model.installed() ? words.text("model.installed") : words.size(model.bytes()));
        state.getStyleClass().addAll("ub-faint", "ub-number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, state);
        Label description = new Label(words.text("model.line", words.description(model), words.stems(model)));
        description.setWrapText(true);
        description.getStyleClass().addAll("ub-dim", "ub-separate-description");
        description.setOnMouseClicked(_ -> choices.chooseModel(model.name()));
        VBox row = new VBox(head, description);
        row.getStyleClass().add("ub-separate-model");
        return row;
    }

    private void showStems() {
        List<String> all = choices.model().map(SeparatorModel::stems).orElse(List.of());
        List<String> wanted = choices.stems();
        replace(stems, all.stream().map(stem -> chip(stem, wanted)).toList());
    }

    private Node chip(String stem, List<String> wanted) {
        Chip chip = new Chip(words.stem(stem), StemColour.of(stem));
        chip.setSelected(wanted.contains(stem));
        Tip.on(chip, words.text("stem.tooltip", words.stem(stem)));
        chip.setOnAction(_ -> {
            choices.want(stem, chip.isSelected());
            chip.setSelected(choices.stems().contains(stem));
        });
        return chip;
    }

    private void showDevices() {
        ToggleGroup group = new ToggleGroup();
        List<Node> rows = new ArrayList<>();
        for (SeparationDevice device : choices.devices()) {
            RadioButton row = new RadioButton(words.device(device));
            row.setMnemonicParsing(false);
            row.setToggleGroup(group);
            row.setSelected(device.name().equals(choices.remembered().device()));
            row.setOnAction(_ -> choices.chooseDevice(device.name()));
            rows.add(row);
        }
        idleDevices = choices.idleDevices().stream()
                .map(it -> new IdleDevice(it, viewModel.deviceInstallation(), words))
                .toList();
        rows.addAll(idleDevices);
        replace(devices, rows);
        devices.getStyleClass().setAll("ub-separate-devices");
    }

    private void showBottom() {
        Readiness now = viewModel.readinessProperty().get();
        if (now instanceof Readiness.ModelMissing(SeparatorModel model)) {
            card.show(model);
            replace(bottom, List.of(card));
            return;
        }
        Button separate = new Button(words.text("separate"));
        separate.getStyleClass().addAll("ub-primary", "ub-separate-start");
        separate.setDefaultButton(true);
        separate.setMaxWidth(Double.MAX_VALUE);
        separate.setOnAction(_ -> start.run());
        List<Node> content = new ArrayList<>();
        words.obstacle(now).ifPresent(reason -> {
            separate.setDisable(true);
            Label why = new Label(reason);
            why.setWrapText(true);
            why.getStyleClass().add("ub-dim");
            content.add(why);
        });
        content.add(separate);
        viewModel.forecast().flatMap(words::forecast).ifPresent(text -> {
            Label takes = new Label(text);
            Tip.on(takes, words.text("forecast.tooltip"));
            takes.getStyleClass().addAll("ub-faint", "ub-number", "ub-separate-forecast");
            content.add(takes);
        });
        replace(bottom, content);
    }

    private Label faint(String key) {
        Label label = new Label(words.text(key));
        label.getStyleClass().add("ub-faint");
        return label;
    }

    private static void replace(javafx.scene.layout.Pane pane, List<Node> content) {
        pane.getChildren().setAll(content);
    }
}
