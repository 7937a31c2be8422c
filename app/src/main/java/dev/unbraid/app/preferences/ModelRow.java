package dev.unbraid.app.preferences;

import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.controls.ModelWords;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.ui.Messages;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One model: what it is, whether it is here, under which licence.
final class ModelRow extends VBox {
    private static final double MEGABYTE = 1e6;

    private final Optional<Job> job;
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);

    /// @param job     that installs it now
    /// @param install asks for it
    ModelRow(SeparatorModel model, Messages messages, Optional<Job> job, Consumer<SeparatorModel> install) {
        this.job = job;
        getStyleClass().add("ub-models-row");
        Label name = new Label(model.name());
        name.getStyleClass().add("ub-strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(8, name);
        head.setAlignment(Pos.CENTER_LEFT);
        Label what = new Label(messages.text("models.line", new ModelWords(messages.locale()).describe(model), stems(model, messages)));
        what.setWrapText(true);
        what.getStyleClass().add("ub-dim");
        progress.getStyleClass().add("ub-thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, what);
        if (model.installed()) {
            Label here = new Label(messages.text("models.installed"));
            here.getStyleClass().add("ub-faint");
            head.getChildren().add(here);
        } else {
            head.getChildren().add(job.map(it -> button(messages.text("models.cancel"), it::cancel))
                    .orElseGet(() -> button(messages.text("models.install", Math.round(model.bytes() / MEGABYTE)),
                            () -> install.accept(model))));
        }
        job.ifPresent(_ -> getChildren().add(progress));
        licence(model, messages);
    }

    private static String stems(SeparatorModel model, Messages messages) {
        LaneNames names = new LaneNames(messages.locale());
        return model.stems().stream().map(names::stem).collect(Collectors.joining(messages.text("models.separator")));
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void licence(SeparatorModel model, Messages messages) {
        if (model.licence().isBlank()) {
            return;
        }
        Label words = new Label(model.licence());
        words.setWrapText(true);
        words.getStyleClass().addAll("ub-dim", "ub-small");
        Hyperlink link = new Hyperlink(messages.text("models.licence"));
        link.setOnAction(_ -> {
            if (!getChildren().remove(words)) {
                getChildren().add(words);
            }
        });
        getChildren().add(link);
    }

    /// Shows how far the installation is.
    void read() {
        if (job.map(Job::state).orElse(null) instanceof JobState.Running running) {
            progress.setProgress(running.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        }
    }
}
