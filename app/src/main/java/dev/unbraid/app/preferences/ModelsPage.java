package dev.unbraid.app.preferences;

import dev.unbraid.app.fx.EveryFrame;
import dev.unbraid.app.problems.ProblemLine;
import dev.unbraid.session.Job;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.ui.Messages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The models there are: those that are here, and those that can be.
final class ModelsPage extends VBox {
    private final PreferencesViewModel viewModel;
    private final Messages messages;
    private final VBox rows = new VBox();
    private final ProblemLine problem;
    private final Map<String, Job> installing = new HashMap<>();
    private final EveryFrame reader = new EveryFrame(this::read);

    ModelsPage(PreferencesViewModel viewModel, Messages messages) {
        this.viewModel = viewModel;
        this.messages = messages;
        getStyleClass().add("ub-models");
        rows.getStyleClass().add("ub-models-rows");
        problem = new ProblemLine(messages.locale());
        Button choose = new Button(messages.text("models.file"));
        choose.setOnAction(_ -> chooseFile());
        HBox bar = new HBox(choose);
        bar.getStyleClass().add("ub-buttons");
        getChildren().addAll(rows, problem, bar);
        viewModel.modelsProperty().addListener(_ -> show());
        viewModel.problemProperty().addListener(_ -> showProblem());
        show();
        showProblem();
    }

    private void show() {
        List<SeparatorModel> models = viewModel.modelsProperty().get();
        rows.getChildren().setAll(models.stream().map(it -> new ModelRow(it, messages, job(it), this::install)).toList());
    }

    private Optional<Job> job(SeparatorModel model) {
        return Optional.ofNullable(installing.get(model.name()));
    }

    private void install(SeparatorModel model) {
        installing.put(model.name(), viewModel.install(model.name()));
        reader.setOn(true);
        show();
    }

    private void read() {
        if (installing.values().removeIf(job -> job.state().isOver())) {
            viewModel.refreshModels();
            show();
        }
        reader.setOn(!installing.isEmpty());
        rows.getChildren().forEach(row -> ((ModelRow) row).read());
    }

    private void showProblem() {
        viewModel.problemProperty().get().ifPresentOrElse(problem::show, () -> problem.show(Optional.empty()));
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("models.file"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .ifPresent(it -> viewModel.importFile(it.toPath()));
    }
}
