package dev.unbraid.app.exporting;

import java.nio.file.Path;
import java.util.List;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The files that would be made, below the folder; those that are there already are marked.
final class PreviewList extends ScrollPane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final ExportViewModel viewModel;
    private final ExportWords words;
    private final VBox lines = new VBox();

    PreviewList(ExportViewModel viewModel, ExportWords words) {
        this.viewModel = viewModel;
        this.words = words;
        getStyleClass().add("ub-export-preview");
        lines.getStyleClass().add("ub-export-preview-lines");
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        viewModel.previewProperty().addListener(_ -> show());
        show();
    }

    private void show() {
        Preview now = viewModel.previewProperty().get();
        pseudoClassStateChanged(REFUSED, now instanceof Preview.Refused);
        lines.getChildren().setAll(switch (now) {
            case Preview.Looking() -> List.of();
            case Preview.Nothing() -> List.of(line(words.text("nothing")));
            case Preview.Refused(Exception why) -> List.of(line(words.sentence(why)));
            case Preview.Files files -> files.paths().stream().map(path -> line(shown(path, files))).toList();
        });
        setAccessibleText(words.text("files"));
    }

    private String shown(Path path, Preview.Files files) {
        String name = files.folder().relativize(path).toString();
        return files.existing().contains(path) ? words.text("file.exists", name) : name;
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.getStyleClass().add("ub-dim");
        return line;
    }
}
