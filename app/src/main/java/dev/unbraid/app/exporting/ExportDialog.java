package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.DialogStage;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks what of the active song is written where, and has it written.
public final class ExportDialog {
    private final Desk desk;
    private final ExportWords words;
    private final Background background = new Background();
    private final VBox content = new VBox();
    private final DialogStage stage;
    private Optional<ScrollPane> form = Optional.empty();

    public ExportDialog(Desk desk, Window owner) {
        this(desk, owner, Optional.empty());
    }

    private ExportDialog(Desk desk, Window owner, Optional<FrameRange> range) {
        this.desk = desk;
        words = new ExportWords(desk.locale());
        content.getStyleClass().add("ub-export");
        Optional<Song> song = desk.session().activeSong();
        stage = new DialogStage(
                owner, song.map(it -> words.text("title.song", it.title())).orElseGet(() -> words.text("title")), content);
        song.ifPresentOrElse(it -> fill(it, range), this::fillWithNothing);
    }

    /// With the selected stretch already chosen.
    public static ExportDialog forSelection(Desk desk, Window owner) {
        return new ExportDialog(desk, owner, desk.view().selectionProperty().get());
    }

    public void show() {
        // A scroll pane asks for the height of lines that are not broken yet.
        content.applyCss();
        form.ifPresent(it -> it.setPrefViewportHeight(it.getContent().prefHeight(content.prefWidth(-1))));
        stage.show();
    }

    private void fill(Song song, Optional<FrameRange> range) {
        ExportViewModel viewModel = new ExportViewModel(desk.session(), song, desk.settings(), background);
        viewModel.rangeProperty().set(range);
        ScrollPane pane = new ScrollPane(new ExportForm(viewModel, desk.view().selectionProperty().get(), words));
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        VBox.setVgrow(pane, Priority.ALWAYS);
        ExportBar bar = new ExportBar(viewModel, words, job -> started(job, viewModel), stage::close);
        content.getChildren().setAll(pane, bar);
        form = Optional.of(pane);
    }

    private void started(Job job, ExportViewModel viewModel) {
        if (viewModel.opensFolderProperty().get() && viewModel.previewProperty().get() instanceof Preview.Files files) {
            files.paths().stream().limit(1).map(Path::getParent).flatMap(it -> Optional.ofNullable(it).stream())
                    .forEach(folder -> new FolderOpening(desk.session(), background).after(job, folder));
        }
        stage.close();
    }

    private void fillWithNothing() {
        Label why = new Label(words.text("no-song"));
        why.getStyleClass().addAll("ub-dim", "ub-export-form");
        Button close = new Button(words.text("close"));
        close.setDefaultButton(true);
        close.setOnAction(_ -> stage.close());
        HBox bar = new HBox(close);
        bar.getStyleClass().add("ub-dialog-bar");
        content.getChildren().setAll(List.of(why, bar));
    }
}
