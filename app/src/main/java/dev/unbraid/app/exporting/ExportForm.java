package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.Choice;
import dev.unbraid.app.controls.FileFormat;
import dev.unbraid.app.controls.FormGrid;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.audio.FrameRange;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/// The fields of an export, from what to where.
final class ExportForm extends VBox {
    /// In hertz; 0 is the song's own.
    private static final List<Integer> SAMPLE_RATES = List.of(0, 44_100, 48_000, 88_200, 96_000);

    private final ExportViewModel viewModel;
    private final ExportWords words;
    private final FormGrid form = new FormGrid();

    ExportForm(ExportViewModel viewModel, ExportWords words) {
        this.viewModel = viewModel;
        this.words = words;
        getStyleClass().add("ub-export-form");
        getChildren().add(form);
    }

    /// Its rows, to be added one by one.
    ///
    /// @param selection the stretch that is selected
    List<Runnable> pieces(Optional<FrameRange> selection) {
        return List.of(
                () -> form.row(words.text("what"), new OutputChips(viewModel, words)),
                () -> form.row(words.text("range"), range(selection)),
                () -> form.row(words.text("format"), format()),
                () -> form.row("", check("linked-gain", viewModel.linkedGainProperty())),
                () -> form.row(words.text("folder"), folder()),
                () -> form.row(words.text("names"), names()),
                () -> form.row(words.text("files"), new PreviewList(viewModel, words)),
                () -> form.row("", check("opens-folder", viewModel.opensFolderProperty())));
    }

    private Node range(Optional<FrameRange> selection) {
        if (selection.isEmpty()) {
            Label whole = new Label(words.text("range.only-song"));
            whole.getStyleClass().add("ub-form-value");
            return whole;
        }
        Segments<Optional<FrameRange>> segments =
                new Segments<>(viewModel.rangeProperty().get(), viewModel.rangeProperty()::set);
        segments.with(Optional.empty(), words.text("range.song"));
        selection.ifPresent(it -> segments.with(selection, words.range(it, songRate())));
        segments.valueProperty().bind(viewModel.rangeProperty());
        return segments;
    }

    private int songRate() {
        return viewModel.song().source().spec().sampleRate();
    }

    private Node format() {
        Choice<FileFormat> format = new Choice<>(words::format, viewModel.formatProperty()::set);
        format.show(List.of(FileFormat.values()), viewModel.formatProperty().get());
        format.setAccessibleText(words.text("format"));
        Choice<Integer> rate = new Choice<>(it -> words.sampleRate(it, songRate()), viewModel.sampleRateProperty()::set);
        rate.show(SAMPLE_RATES, viewModel.sampleRateProperty().get());
        rate.setAccessibleText(words.text("rate.name"));
        return line(format, rate);
    }

    private CheckBox check(String key, BooleanProperty value) {
        CheckBox box = new CheckBox(words.text(key));
        Tip.on(box, words.text(key + ".tooltip"));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private Node folder() {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(viewModel.folderProperty());
        field.setPromptText(viewModel.songFolder().toString());
        field.setAccessibleText(words.text("folder"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = new Button(words.text("folder.choose"));
        choose.setOnAction(_ -> chooseFolder());
        return new HBox(8, field, choose);
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("folder.choose.title"));
        File now = new File(viewModel.folderProperty().get());
        if (Files.isDirectory(now.toPath())) {
            chooser.setInitialDirectory(now);
        }
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .ifPresent(it -> viewModel.folderProperty().set(it.toString()));
    }

    private Node names() {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(viewModel.nameTemplateProperty());
        field.setAccessibleText(words.text("names"));
        Label hint = new Label(words.text("names.hint"));
        hint.getStyleClass().addAll("ub-dim", "ub-small");
        hint.setWrapText(true);
        return new VBox(4, field, hint);
    }

    private static HBox line(Choice<?>... fields) {
        HBox line = new HBox(8, fields);
        List.of(fields).forEach(it -> HBox.setHgrow(it, Priority.ALWAYS));
        return line;
    }
}
