package dev.unbraid.app.separate;

import dev.unbraid.app.fx.EveryFrame;
import dev.unbraid.app.problems.ProblemLine;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparatorModel;

import java.io.File;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// What a missing model is, its size and licence, and two ways to get it.
final class ModelCard extends VBox {
    private final SeparateViewModel viewModel;
    private final SeparateWords words;
    private final Label what = new Label();
    private final Hyperlink licenceLink = new Hyperlink();
    private final Label licence = new Label();
    private final ProblemLine problem;
    private final Label progressText = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button install = new Button();
    private final Button choose = new Button();
    private final Button cancel = new Button();
    private final EveryFrame reader;

    ModelCard(SeparateViewModel viewModel, SeparateWords words) {
        this.viewModel = viewModel;
        this.words = words;
        reader = new EveryFrame(viewModel::poll);
        problem = new ProblemLine(words.locale());
        getStyleClass().add("ub-model-card");
        what.setWrapText(true);
        licenceLink.setText(words.text("licence.show"));
        licenceLink.setOnAction(_ -> showLicence(!licence.isVisible()));
        licence.setWrapText(true);
        licence.getStyleClass().add("ub-dim");
        progressText.getStyleClass().addAll("ub-dim", "ub-number");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("ub-thin-progress");
        getChildren().addAll(what, licenceLink, licence, problem, progress, progressText, buttons());
        showLicence(false);
        viewModel.installationProperty().addListener((_, _, now) -> show(now));
        show(viewModel.installationProperty().get());
    }

    private HBox buttons() {
        install.getStyleClass().add("ub-primary");
        install.setDefaultButton(true);
        install.setOnAction(_ -> viewModel.install());
        choose.setText(words.text("install.choose"));
        choose.setOnAction(_ -> chooseFile());
        cancel.setText(words.text("install.cancel"));
        cancel.setOnAction(_ -> viewModel.stopInstalling());
        HBox buttons = new HBox(install, choose, cancel);
        buttons.getStyleClass().add("ub-buttons");
        return buttons;
    }

    void show(SeparatorModel model) {
        what.setText(words.text("missing", model.name(), words.size(model.bytes())));
        licence.setText(model.licence());
    }

    private void showLicence(boolean shown) {
        present(licence, shown);
        licenceLink.setText(words.text(shown ? "licence.hide" : "licence.show"));
    }

    private void show(SeparateViewModel.Installation now) {
        switch (now) {
            case SeparateViewModel.Installation.None _, SeparateViewModel.Installation.Importing _,
                    SeparateViewModel.Installation.Downloading _ -> problem.show(Optional.empty());
            case SeparateViewModel.Installation.Stopped _ -> problem.show(Optional.of(words.text("install.stopped")));
            case SeparateViewModel.Installation.Failed(Exception cause) -> problem.show(cause);
        }
        boolean downloading = now instanceof SeparateViewModel.Installation.Downloading;
        boolean busy = downloading || now instanceof SeparateViewModel.Installation.Importing;
        install.setText(words.text(problem.isVisible() ? "install.resume" : "install"));
        present(install, !busy);
        present(choose, !busy);
        present(cancel, downloading);
        present(progress, busy);
        present(progressText, busy);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        progressText.setText(words.text("install.importing"));
        if (now instanceof SeparateViewModel.Installation.Downloading(_, JobState state, _)) {
            progressText.setText(words.progress(state));
            if (state instanceof JobState.Running running) {
                progress.setProgress(running.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
            }
        }
        reader.setOn(downloading);
    }

    private static void present(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("install.choose"));
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(words.text("install.files"), "*.th", "*.safetensors", "*.onnx"),
                new FileChooser.ExtensionFilter(words.text("install.all-files"), "*.*"));
        Optional<File> file = Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()));
        file.map(File::toPath).ifPresent(viewModel::importFile);
    }
}
