package dev.unbraid.app.queue;

import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.fx.EveryFrame;
import dev.unbraid.app.fx.Gradually;
import dev.unbraid.app.problems.Problem;
import dev.unbraid.batch.QueuedSong;
import dev.unbraid.batch.SongState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

/// The songs in their order. Only the cells in sight are kept up, once a frame.
final class SongList extends ListView<QueuedSong> {
    private final QueueViewModel viewModel;
    private final QueueWords words;
    private final FileBrowser browser;
    private final ObservableList<QueuedSong> songs = FXCollections.observableArrayList();
    private final List<SongCell> cells = new ArrayList<>();
    private final EveryFrame reader = new EveryFrame(() -> cells.forEach(SongCell::tick));

    /// @param gradually fills the cells
    SongList(QueueViewModel viewModel, QueueWords words, FileBrowser browser, Gradually gradually) {
        this.viewModel = viewModel;
        this.words = words;
        this.browser = browser;
        getStyleClass().add("ub-queue-list");
        setItems(songs);
        setFixedCellSize(SongCell.HEIGHT_PX);
        setAccessibleText(words.text("list"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(_ -> {
            SongCell cell = new SongCell(viewModel, words, this::perform);
            cells.add(cell);
            gradually.then(cell::fill);
            return cell;
        });
        Label none = new Label(words.text("none"));
        none.setWrapText(true);
        none.getStyleClass().add("ub-faint");
        setPlaceholder(none);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Shows what there is now.
    void follow() {
        List<QueuedSong> now = viewModel.queue().songs();
        if (!songs.equals(now)) {
            List<QueuedSong> selected = List.copyOf(getSelectionModel().getSelectedItems());
            songs.setAll(now);
            getSelectionModel().clearSelection();
            selected.forEach(getSelectionModel()::select);
        }
        cells.forEach(SongCell::tick);
        reader.setOn(viewModel.isOn());
    }

    private void pressed(KeyEvent key) {
        List<QueuedSong> selected = List.copyOf(getSelectionModel().getSelectedItems());
        boolean known = true;
        switch (key.getCode()) {
            case DELETE, BACK_SPACE -> viewModel.remove(selected);
            case ENTER -> selected.stream().limit(1).forEach(this::open);
            case SPACE -> viewModel.toggleRest();
            case UP -> known = key.isAltDown() && move(selected, -1);
            case DOWN -> known = key.isAltDown() && move(selected, 1);
            default -> known = false;
        }
        if (known) {
            key.consume();
        }
    }

    private boolean move(List<QueuedSong> selected, int places) {
        viewModel.move(selected, places);
        return true;
    }

    /// With the whole selection, if the song is part of it.
    private void perform(SongAction action, QueuedSong song) {
        List<QueuedSong> selected = List.copyOf(getSelectionModel().getSelectedItems());
        List<QueuedSong> meant = selected.contains(song) ? selected : List.of(song);
        switch (action) {
            case EARLIER -> viewModel.move(meant, -1);
            case LATER -> viewModel.move(meant, 1);
            case OPEN_FOLDER -> open(song);
            case COPY_DETAILS -> copy(song);
            case RETRY -> viewModel.retry(meant);
            case STOP -> viewModel.batch().cancel(song);
            case REMOVE -> viewModel.remove(meant);
        }
    }

    /// The folder of its stems.
    private void open(QueuedSong song) {
        List<Path> stems = switch (song.state()) {
            case SongState.Done done -> done.stems();
            case SongState.Skipped skipped -> skipped.stems();
            case SongState.Waiting _, SongState.AtWork _, SongState.Failed _, SongState.Cancelled _ -> List.of();
        };
        stems.stream().limit(1).flatMap(it -> Optional.ofNullable(it.getParent()).stream()).forEach(browser::open);
    }

    private void copy(QueuedSong song) {
        if (song.state() instanceof SongState.Failed(Throwable cause)) {
            Problem problem = words.problem(cause);
            ClipboardContent text = new ClipboardContent();
            text.putString(String.join(System.lineSeparator(), song.file().toString(), problem.sentence(), problem.details()));
            Clipboard.getSystemClipboard().setContent(text);
        }
    }
}
