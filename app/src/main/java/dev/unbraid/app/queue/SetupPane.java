package dev.unbraid.app.queue;

import dev.unbraid.app.controls.Choice;
import dev.unbraid.app.controls.FileFormat;
import dev.unbraid.codec.SoundFileNames;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.StemSelection;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/// Which songs, how and whereto.
final class SetupPane extends VBox {
    private final QueueViewModel viewModel;
    private final QueueChoices choices;
    private final QueueWords words;
    private final Choice<SeparatorModel> model;
    private final Choice<StemSelection> stems;
    private final Label noModel = new Label();
    private final VBox how = new VBox();

    SetupPane(QueueViewModel viewModel, QueueWords words) {
        this.viewModel = viewModel;
        this.words = words;
        choices = viewModel.choices();
        getStyleClass().add("ub-queue-setup");
        model = new Choice<>(SeparatorModel::name, choices::choose);
        stems = new Choice<>(words::selection, it -> choices.selectionProperty().set(Optional.of(it)));
        noModel.setWrapText(true);
        noModel.getStyleClass().add("ub-queue-warning");
        getChildren().add(how);
        how.getStyleClass().add("ub-queue-setup");
        how.setPadding(javafx.geometry.Insets.EMPTY);
        choices.catalogueProperty().addListener(_ -> show());
        choices.modelProperty().addListener(_ -> show());
        choices.selectionProperty().addListener(_ -> show());
        show();
    }

    /// Its parts, to be added one by one.
    List<Runnable> pieces() {
        VBox separation = group("separation");
        VBox files = group("files");
        return List.of(
                () -> getChildren().addFirst(group("songs", buttons(), check("below", choices.belowProperty()))),
                () -> how.getChildren().add(separation),
                () -> separation.getChildren().addAll(field("model", model), noModel),
                () -> separation.getChildren().add(field("stems", stems)),
                () -> separation.getChildren().add(field("quality", shifts())),
                () -> how.getChildren().add(files),
                () -> files.getChildren().addAll(field("format", format()), field("folder", folder())),
                () -> files.getChildren().add(check("skip", choices.skipsProperty())));
    }

    private Choice<Integer> shifts() {
        Choice<Integer> shifts = new Choice<>(words::shifts, choices.shiftsProperty()::set);
        shifts.show(QueueChoices.SHIFTS, choices.shiftsProperty().get());
        return shifts;
    }

    private Choice<FileFormat> format() {
        Choice<FileFormat> format = new Choice<>(words::format, choices.formatProperty()::set);
        format.show(List.of(FileFormat.values()), choices.formatProperty().get());
        return format;
    }

    private VBox group(String key, Node... content) {
        Label title = new Label(words.heading("group." + key));
        title.getStyleClass().add("ub-section");
        VBox group = new VBox(title);
        group.getStyleClass().add("ub-queue-group");
        group.getChildren().addAll(content);
        return group;
    }

    private VBox field(String key, Node field) {
        Label name = new Label(words.text(key));
        name.getStyleClass().add("ub-dim");
        name.setLabelFor(field);
        field.setAccessibleText(words.text(key));
        VBox box = new VBox(name, field);
        box.getStyleClass().add("ub-field");
        return box;
    }

    private CheckBox check(String key, BooleanProperty value) {
        CheckBox box = new CheckBox(words.text(key));
        box.setWrapText(true);
        box.setTooltip(new Tooltip(words.text(key + ".tooltip")));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private HBox buttons() {
        Button folder = new Button(words.text("add-folder"));
        folder.setOnAction(_ -> chooseFolder("add-folder.title", Optional.empty()).ifPresent(it -> viewModel.add(List.of(it))));
        Button songs = new Button(words.text("add-songs"));
        songs.setOnAction(_ -> viewModel.add(chooseSongs()));
        for (Button button : List.of(folder, songs)) {
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        HBox buttons = new HBox(folder, songs);
        buttons.getStyleClass().add("ub-buttons");
        return buttons;
    }

    private HBox folder() {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(choices.folderProperty());
        field.setPromptText(words.text("folder.prompt"));
        field.setAccessibleText(words.text("folder"));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(choices.folderProperty());
        field.setTooltip(whole);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = new Button(words.text("choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> chooseFolder("folder.title", Optional.of(choices.folderProperty().get()))
                .ifPresent(it -> choices.folderProperty().set(it.toString())));
        HBox line = new HBox(field, choose);
        line.getStyleClass().add("ub-buttons");
        return line;
    }

    private Optional<Path> chooseFolder(String title, Optional<String> now) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text(title));
        now.filter(it -> !it.isBlank()).map(File::new).filter(it -> Files.isDirectory(it.toPath()))
                .ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(getScene().getWindow())).map(File::toPath);
    }

    private List<Path> chooseSongs() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("add-songs.title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.text("add-songs.files"),
                SoundFileNames.ENDINGS.stream().sorted()
                        .flatMap(it -> Stream.of("*." + it, "*." + it.toUpperCase(java.util.Locale.ROOT))).toList()));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    /// While songs are taken apart it stays as it is.
    void refresh() {
        how.setDisable(viewModel.isOn());
    }

    private void show() {
        List<SeparatorModel> installed = choices.catalogueProperty().get() instanceof QueueChoices.Catalogue.Installed(var all)
                ? all : List.of();
        choices.modelProperty().get().ifPresent(it -> {
            model.show(installed, it);
            choices.selectionProperty().get().ifPresent(wanted -> stems.show(QueueChoices.selections(it), wanted));
        });
        String says = switch (choices.catalogueProperty().get()) {
            case QueueChoices.Catalogue.Looking _ -> "";
            case QueueChoices.Catalogue.Installed(var all) -> all.isEmpty() ? words.text("model.none") : "";
            case QueueChoices.Catalogue.Unknown(Exception problem) -> words.sentence(problem);
        };
        noModel.setText(says);
        noModel.setVisible(!says.isEmpty());
        noModel.setManaged(!says.isEmpty());
        model.setDisable(installed.isEmpty());
        stems.setDisable(installed.isEmpty());
    }
}
