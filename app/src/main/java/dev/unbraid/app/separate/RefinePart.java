package dev.unbraid.app.separate;

import dev.unbraid.app.controls.TimeText;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.separate.RefineViewModel.Stretch;
import dev.unbraid.audio.FrameRange;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The end of the choices where stems are there and some of the time is selected: that alone can be separated again.
final class RefinePart extends VBox {
    private final RefineViewModel viewModel;
    private final SeparateWords words;
    private final Label line = new Label();
    private final Button again = new Button();

    /// @param start separates the selection again
    RefinePart(RefineViewModel viewModel, SeparateWords words, Runnable start) {
        this.viewModel = viewModel;
        this.words = words;
        Label heading = new Label(words.heading("group.again"));
        heading.getStyleClass().add("ub-section");
        line.setWrapText(true);
        line.getStyleClass().add("ub-dim");
        again.setText(words.text("again"));
        Tip.on(again, words.text("again.tooltip"));
        again.getStyleClass().add("ub-separate-again");
        again.setMaxWidth(Double.MAX_VALUE);
        again.setOnAction(_ -> start.run());
        getStyleClass().add("ub-separate-group");
        getChildren().addAll(heading, line, again);
        viewModel.stretchProperty().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        Stretch now = viewModel.stretchProperty().get();
        line.setText(switch (now) {
            case Stretch.Ready(FrameRange range, int rate) -> words.text("again.line", time(range.start(), rate), time(range.end(), rate));
            case Stretch.OtherStems(_, _, var model) -> words.text("again.other-stems", model.name());
            case Stretch.None _, Stretch.ModelMissing _ -> "";
        });
        boolean shown = !line.getText().isEmpty();
        setVisible(shown);
        setManaged(shown);
        again.setDisable(!(now instanceof Stretch.Ready));
    }

    private static String time(long frame, int sampleRate) {
        return TimeText.of(frame, sampleRate);
    }

    /// The next press of Enter is meant for the selection.
    void focus() {
        again.requestFocus();
    }
}
