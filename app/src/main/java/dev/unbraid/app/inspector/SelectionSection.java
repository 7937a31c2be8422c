package dev.unbraid.app.inspector;

import dev.unbraid.app.controls.TimeText;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.app.mirror.ChosenRange;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.ui.Messages;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The selected stretch of time, or box of time and frequency; hidden where nothing is selected.
final class SelectionSection extends Section {
    private final Desk desk;
    private final Messages messages;
    private final GridPane figures = new GridPane(8, 4);
    private final Label start;
    private final Label end;
    private final Label duration;
    private final Label band;
    private Runnable zoom = () -> {};
    private Runnable export = () -> {};

    SelectionSection(Desk desk, Messages messages) {
        super(messages.text("selection"));
        this.desk = desk;
        this.messages = messages;
        start = figure("start");
        end = figure("end");
        duration = figure("duration");
        band = figure("band");
        getChildren().addAll(figures, new HBox(4, button("loop", this::loop),
                button("zoom", () -> zoom.run()), button("export", () -> export.run())));
        desk.view().selectionProperty().subscribe(_ -> update());
        desk.view().boxProperty().subscribe(_ -> update());
        desk.session().activeSongProperty().subscribe(_ -> update());
    }

    void setOnZoom(Runnable wish) {
        zoom = wish;
    }

    void setOnExport(Runnable wish) {
        export = wish;
    }

    private Label figure(String key) {
        Label caption = new Label(messages.text("selection." + key));
        caption.getStyleClass().add("ub-inspector-caption");
        Label value = new Label();
        value.getStyleClass().addAll("ub-number", "ub-inspector-figure");
        figures.addRow(figures.getRowCount(), caption, value);
        return value;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(messages.text("selection." + key));
        button.getStyleClass().add("ub-inspector-button");
        Tip.on(button, messages.text("selection." + key + ".tip"));
        button.setAccessibleText(messages.text("selection." + key + ".tip"));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void loop() {
        ChosenRange.of(desk).ifPresent(it -> desk.playback().loopProperty().set(Optional.of(it)));
    }

    private void update() {
        Optional<FrameRange> range = ChosenRange.of(desk);
        boolean shown = range.isPresent() && desk.session().activeSong().isPresent();
        setVisible(shown);
        setManaged(shown);
        if (shown) {
            show(range.get(), desk.session().activeSong().get().source().spec().sampleRate());
        }
    }

    private void show(FrameRange range, int sampleRate) {
        start.setText(TimeText.of(Math.max(0, range.start()), sampleRate));
        end.setText(TimeText.of(Math.max(0, range.end()), sampleRate));
        duration.setText(TimeText.of(range.length(), sampleRate));
        Optional<BoxSelection> box = desk.view().boxProperty().get();
        band.setText(box.map(it -> Choices.hertz(it.lowHz()) + " – " + Choices.hertz(it.highHz()))
                .orElseGet(() -> messages.text("selection.band.all")));
    }
}
