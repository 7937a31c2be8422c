package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.DialogStage;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.ChosenRange;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;
import dev.unbraid.session.ExportWish.Output;
import dev.unbraid.session.Job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final ExportHome home;
    private final ExportWords words;
    private final Background background = new Background();
    private final VBox content = new VBox();
    private final DialogStage stage;
    private final List<Runnable> pieces = new ArrayList<>();

    /// What the dialog is about, and what is chosen in it already.
    private record Start(Optional<Song> song, Optional<FrameRange> range, Set<Output> outputs) {}

    public ExportDialog(Desk desk, ExportHome home, Window owner) {
        this(desk, home, owner, new Start(desk.session().activeSong(), Optional.empty(), Set.of()));
    }

    private ExportDialog(Desk desk, ExportHome home, Window owner, Start start) {
        this.desk = desk;
        this.home = home;
        words = new ExportWords(desk.locale());
        content.getStyleClass().add("ub-export");
        stage = new DialogStage(owner,
                start.song.map(it -> words.text("title.song", it.title())).orElseGet(() -> words.text("title")), content);
        start.song.ifPresentOrElse(it -> fill(it, start), this::fillWithNothing);
    }

    /// With the selected stretch already chosen.
    public static ExportDialog forSelection(Desk desk, ExportHome home, Window owner) {
        return new ExportDialog(desk, home, owner,
                new Start(desk.session().activeSong(), ChosenRange.of(desk), Set.of()));
    }

    /// With one stem already chosen, and no other.
    public static ExportDialog forStem(Desk desk, ExportHome home, Window owner, LaneId stem) {
        return new ExportDialog(desk, home, owner,
                new Start(desk.session().project().songOf(stem), Optional.empty(), Set.of(new Output.Stem(stem))));
    }

    public void show() {
        stage.showOnceBuilt(pieces);
    }

    private void fill(Song song, Start start) {
        ExportViewModel viewModel = new ExportViewModel(desk.session(), song, desk.settings(), home, background);
        viewModel.rangeProperty().set(start.range);
        if (!start.outputs.isEmpty()) {
            viewModel.chosenProperty().set(start.outputs);
        }
        ExportForm form = new ExportForm(viewModel, words);
        ScrollPane pane = new ScrollPane(form);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        VBox.setVgrow(pane, Priority.ALWAYS);
        content.getChildren().add(pane);
        pieces.add(() -> content.getChildren().add(
                new ExportBar(viewModel, words, job -> started(job, viewModel), stage::close)));
        pieces.addAll(form.pieces(selection(song)));
        // A scroll pane asks for the height of lines that are not broken yet.
        pieces.add(() -> pane.setPrefViewportHeight(form.prefHeight(content.prefWidth(-1))));
    }

    /// What is selected, which is counted in the active song's frames.
    private Optional<FrameRange> selection(Song song) {
        return desk.session().activeSong().filter(it -> it.id().equals(song.id()))
                .flatMap(_ -> ChosenRange.of(desk));
    }

    private void started(Job job, ExportViewModel viewModel) {
        if (viewModel.opensFolderProperty().get() && viewModel.previewProperty().get() instanceof Preview.Files files) {
            files.paths().stream().limit(1).map(Path::getParent).flatMap(it -> Optional.ofNullable(it).stream())
                    .forEach(folder -> new FolderOpening(desk.session(), home.browser()).after(job, folder));
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
