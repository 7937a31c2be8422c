package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.Chip;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.project.Lane;
import dev.unbraid.session.ExportWish.Output;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What to write: presets above, one chip for each file below.
final class OutputChips extends VBox {
    private final ExportViewModel viewModel;
    private final ExportWords words;
    private final Map<Output, Chip> chips = new HashMap<>();
    private final Segments<Optional<Offer.Preset>> presets;

    OutputChips(ExportViewModel viewModel, ExportWords words) {
        this.viewModel = viewModel;
        this.words = words;
        getStyleClass().add("ub-export-outputs");
        presets = new Segments<>(preset(), chosen ->
                chosen.map(viewModel.offer()::of).ifPresent(viewModel.chosenProperty()::set));
        presets.setAccessibleText(words.text("presets"));
        for (Offer.Preset preset : Offer.Preset.values()) {
            presets.with(Optional.of(preset), words.preset(preset));
        }
        boolean separated = !viewModel.offer().stems().isEmpty();
        presets.setDisable(!separated);
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("ub-chips");
        flow.setPrefWrapLength(480);
        viewModel.offer().outputs().forEach(output -> flow.getChildren().add(chip(output)));
        getChildren().addAll(presets, flow);
        if (!separated) {
            Label why = new Label(words.text("not-separated"));
            why.getStyleClass().addAll("ub-dim", "ub-small");
            why.setWrapText(true);
            getChildren().add(why);
        }
        viewModel.chosenProperty().addListener(_ -> show());
        show();
    }

    private Chip chip(Output output) {
        Chip chip = new Chip(words.output(output, viewModel.offer()), colour(output));
        chip.setOnAction(_ -> viewModel.choose(output, chip.isSelected()));
        chips.put(output, chip);
        return chip;
    }

    private String colour(Output output) {
        return switch (output) {
            case Output.Heard() -> "-ub-mix";
            case Output.AllBut _ -> "-ub-dim";
            case Output.Stem _ -> viewModel.offer().lane(output).map(Lane::look).map(it -> it.colour()).orElseThrow();
        };
    }

    private Optional<Offer.Preset> preset() {
        return viewModel.offer().presetOf(viewModel.chosenProperty().get());
    }

    private void show() {
        chips.forEach((output, chip) -> chip.setSelected(viewModel.chosenProperty().get().contains(output)));
        presets.valueProperty().set(preset());
    }
}
