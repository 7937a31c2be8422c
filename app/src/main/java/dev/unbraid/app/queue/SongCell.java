package dev.unbraid.app.queue;

import dev.unbraid.app.controls.Clock;
import dev.unbraid.app.controls.IconButton;
import dev.unbraid.batch.QueuedSong;
import dev.unbraid.batch.SongState;
import dev.unbraid.session.JobState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One song; its nodes are made once and serve whichever song scrolls by.
final class SongCell extends ListCell<QueuedSong> {
    static final double HEIGHT_PX = 52;
    private static final PseudoClass AT_WORK = PseudoClass.getPseudoClass("at-work");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final QueueViewModel viewModel;
    private final QueueWords words;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label where = new Label();
    private final Label length = new Label();
    private final Label status = new Label();
    private final Tooltip whole = new Tooltip();
    private final ProgressBar progress = new ProgressBar(0);
    private final Map<SongAction, Button> buttons = new EnumMap<>(SongAction.class);
    private final Performer performer;
    private final HBox actions = new HBox();
    private Optional<HBox> content = Optional.empty();
    private Optional<QueuedSong> song = Optional.empty();
    private Optional<Shown> shown = Optional.empty();

    /// What the cell shows now, so that a frame without news costs nothing.
    private record Shown(SongState state, Optional<JobState> job, boolean known) {}

    interface Performer {
        void perform(SongAction action, QueuedSong song);
    }

    SongCell(QueueViewModel viewModel, QueueWords words, Performer performer) {
        this.viewModel = viewModel;
        this.words = words;
        this.performer = performer;
        getStyleClass().add("ub-queued");
        // As wide as the list, which else would scroll to the end of the longest name.
        setPrefWidth(0);
    }

    /// Gives the cell its nodes, without which it is empty.
    void fill() {
        actions.getStyleClass().add("ub-queued-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        HBox filled = new HBox(icon, names(), length, standing(), actions);
        filled.getStyleClass().add("ub-queued-content");
        filled.setAlignment(Pos.CENTER_LEFT);
        content = Optional.of(filled);
        showSong();
    }

    private VBox names() {
        name.getStyleClass().add("ub-queued-name");
        where.getStyleClass().addAll("ub-faint", "ub-small");
        where.managedProperty().bind(where.textProperty().isNotEmpty());
        VBox names = new VBox(name, where);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        length.getStyleClass().addAll("ub-dim", "ub-number", "ub-queued-length");
        return names;
    }

    private VBox standing() {
        status.getStyleClass().addAll("ub-dim", "ub-number", "ub-queued-status");
        status.setTooltip(whole);
        // Why a song failed takes two lines.
        status.setWrapText(true);
        status.setMaxHeight(HEIGHT_PX - 16);
        // A progress bar keeps presses to itself, which are meant for what it lies on.
        progress.setMouseTransparent(true);
        progress.getStyleClass().add("ub-thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.managedProperty().bind(progress.visibleProperty());
        VBox standing = new VBox(status, progress);
        standing.getStyleClass().add("ub-queued-standing");
        standing.setAlignment(Pos.CENTER_LEFT);
        return standing;
    }

    /// The buttons for what can be done now; most are never needed in a cell.
    private void showActions(Set<SongAction> possible) {
        List<Button> now = Stream.of(SongAction.values()).filter(possible::contains)
                .map(it -> buttons.computeIfAbsent(it, this::button)).toList();
        if (!actions.getChildren().equals(now)) {
            actions.getChildren().setAll(now);
        }
    }

    private Button button(SongAction action) {
        Button button = new IconButton(action.icon(), words.text(action.key()),
                () -> song.ifPresent(it -> performer.perform(action, it)));
        button.getStyleClass().add("ub-task-action");
        // The list has the focus; keys do the same.
        button.setFocusTraversable(false);
        return button;
    }

    @Override
    protected void updateItem(@Nullable QueuedSong item, boolean empty) {
        super.updateItem(item, empty);
        song = empty ? Optional.empty() : Optional.ofNullable(item);
        showSong();
    }

    private void showSong() {
        shown = Optional.empty();
        setGraphic(song.isPresent() ? content.orElse(null) : null);
        setAccessibleText("");
        song.ifPresent(it -> {
            name.setText(String.valueOf(it.file().getFileName()));
            where.setText(it.below().toString());
        });
        tick();
    }

    /// Shows how the song stands now; once a frame.
    void tick() {
        song.filter(_ -> content.isPresent()).ifPresent(it -> {
            Optional<JobState> job = it.state() instanceof SongState.AtWork ? viewModel.batch().atHand() : Optional.empty();
            Shown now = new Shown(it.state(), job, it.soundSeconds().isPresent());
            if (!shown.equals(Optional.of(now))) {
                boolean another = shown.filter(before -> before.state().equals(now.state())).isEmpty();
                shown = Optional.of(now);
                show(it, now, another);
            }
        });
    }

    private void show(QueuedSong now, Shown how, boolean another) {
        String says = words.state(now, how.job());
        status.setText(says);
        whole.setText(says);
        length.setText(now.soundSeconds().isPresent() ? Clock.of(now.soundSeconds().getAsDouble()) : "");
        setAccessibleText(words.text("song", String.valueOf(now.file().getFileName()), says));
        progress.setProgress(how.job().map(SongCell::fraction).orElse(0.0));
        if (another) {
            icon.setIconCode(icon(how.state()));
            progress.setVisible(how.state() instanceof SongState.AtWork);
            pseudoClassStateChanged(AT_WORK, how.state() instanceof SongState.AtWork);
            pseudoClassStateChanged(DONE, how.state() instanceof SongState.Done);
            pseudoClassStateChanged(FAILED, how.state() instanceof SongState.Failed);
            showActions(SongAction.of(how.state()));
        }
    }

    private static double fraction(JobState job) {
        return switch (job) {
            case JobState.Running running -> running.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS);
            case JobState.Paused(int step, int steps) -> steps > 0 ? (double) step / steps : 0;
            case JobState.Waiting _, JobState.Done _, JobState.Cancelled _, JobState.Failed _ -> 0;
        };
    }

    private static Ikon icon(SongState state) {
        return switch (state) {
            case SongState.Waiting _ -> MaterialDesignC.CLOCK_OUTLINE;
            case SongState.AtWork _ -> MaterialDesignW.WAVEFORM;
            case SongState.Done _ -> MaterialDesignC.CHECK;
            case SongState.Skipped _ -> MaterialDesignS.SKIP_NEXT;
            case SongState.Failed _ -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case SongState.Cancelled _ -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
        };
    }
}
