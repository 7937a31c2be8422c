package dev.unbraid.app.exporting;

import dev.unbraid.session.Job;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The buttons of an export; where files are in the way they become a question.
final class ExportBar extends HBox {
    private final ExportViewModel viewModel;
    private final ExportWords words;
    private final Consumer<Job> started;
    private final Label says = new Label();
    private final Button cancel;
    private final Button export;
    private final Button keepBoth;
    private final Button replace;

    /// @param started hears of the job
    /// @param close   closes the dialog
    ExportBar(ExportViewModel viewModel, ExportWords words, Consumer<Job> started, Runnable close) {
        this.viewModel = viewModel;
        this.words = words;
        this.started = started;
        getStyleClass().add("ub-dialog-bar");
        says.setWrapText(true);
        says.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(says, Priority.ALWAYS);
        cancel = button("cancel", close);
        export = button("export", this::export);
        export.getStyleClass().add("ub-primary");
        export.setDefaultButton(true);
        keepBoth = button("keep-both", () -> viewModel.keepBoth(started));
        replace = button("replace", () -> viewModel.replace().ifPresent(started));
        getChildren().setAll(says, cancel, export);
        viewModel.previewProperty().addListener(_ -> show());
        show();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.text(key));
        button.setOnAction(_ -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show() {
        // Whatever changed, the question was about something else.
        says.setText("");
        getChildren().setAll(says, cancel, export);
        export.setDisable(files().isEmpty());
    }

    private Optional<Preview.Files> files() {
        return viewModel.previewProperty().get() instanceof Preview.Files files ? Optional.of(files) : Optional.empty();
    }

    private void export() {
        files().ifPresent(files -> {
            if (files.existing().isEmpty()) {
                viewModel.start().ifPresent(started);
            } else {
                says.setText(words.text("exists", files.existing().size(), files.paths().size()));
                getChildren().setAll(List.of(says, cancel, keepBoth, replace));
                keepBoth.requestFocus();
            }
        });
    }
}
