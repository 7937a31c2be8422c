package dev.unbraid.app.shell;

import dev.unbraid.app.controls.FirstThatFits;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.project.Song;
import dev.unbraid.ui.Messages;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What is on the desk: the song's title, and what kind of file it came from.
final class SongTitle extends HBox {
    private static final double LEAST_TITLE = 160;

    private final SessionMirror session;
    private final Messages messages;
    /// The format gives way first.
    private final Label title = new Label() {
        @Override
        protected double computeMinWidth(double height) {
            return Math.min(LEAST_TITLE, prefWidth(height));
        }
    };
    private final FirstThatFits format = new FirstThatFits("ub-dim", "ub-number");

    SongTitle(Desk desk, Messages messages) {
        super(10);
        this.session = desk.session();
        this.messages = messages;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("ub-song-title");
        title.getStyleClass().add("ub-strong");
        HBox.setHgrow(this, Priority.SOMETIMES);
        getChildren().addAll(title, format);
        session.activeSongProperty().addListener(_ -> show());
        session.jobs().addListener((ListChangeListener<Object>) _ -> show());
        show();
    }

    private void show() {
        Optional<Song> song = session.activeSong();
        setVisible(song.isPresent());
        title.setText(song.map(Song::title).orElse(""));
        List<String> details = song.map(this::details).orElse(List.of());
        format.show(IntStream.range(0, details.size())
                .mapToObj(left -> String.join(" · ", details.subList(0, details.size() - left))).toList());
        Tip.on(format, String.join(" · ", details));
        song.ifPresent(it -> Tip.on(title, it.source().path()));
    }

    /// As `FLAC`, `44.1 kHz`, `24-bit`, `3:24`: what the transport tells, too, gives way first.
    private List<String> details(Song song) {
        List<String> parts = new ArrayList<>();
        parts.add(song.source().format());
        int rate = song.source().spec().sampleRate();
        NumberFormat number = NumberFormat.getInstance(messages.locale());
        number.setMaximumFractionDigits(3);
        parts.add(messages.text("title.rate", number.format(rate / 1000.0)));
        if (song.source().bitsPerSample() > 0) {
            parts.add(messages.text("title.bits", song.source().bitsPerSample()));
        }
        session.session().sound(song.mix().asset()).map(AudioAsset::frames).filter(it -> it > 0)
                .ifPresent(frames -> parts.add(time(frames / rate)));
        return parts;
    }

    private static String time(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
