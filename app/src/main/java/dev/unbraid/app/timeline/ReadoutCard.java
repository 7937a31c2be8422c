package dev.unbraid.app.timeline;

import dev.unbraid.app.controls.LaneNames;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The read-out beside the pointer.
final class ReadoutCard extends VBox {
    private static final double BAR_PX_PER_PERCENT = 0.9;
    private static final double LEAST_BAR_PX = 4;
    private static final double AWAY_PX = 16;

    private final LaneNames names;
    private final Label time = label("timeline-card-strong");
    private final Label band = label("timeline-card-text");
    private final Label pitch = label("timeline-card-text");
    private final Label note = label("timeline-card-strong");
    private final Label level = label("timeline-card-text");
    private final HBox first = new HBox(time, band);
    private final HBox second = new HBox(pitch, note, level);
    private final List<ShareLine> lines = new ArrayList<>();

    private static final class ShareLine {
        private final Region bar = new Region();
        private final Label text = label("timeline-card-text");
        private final HBox box = new HBox(bar, text);

        ShareLine() {
            bar.getStyleClass().add("timeline-card-bar");
            box.getStyleClass().add("timeline-card-line");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        void show(StemShares.Share share, String called) {
            double width = Math.max(LEAST_BAR_PX, Math.rint(share.percent() * BAR_PX_PER_PERCENT));
            bar.setMinWidth(width);
            bar.setMaxWidth(width);
            bar.setStyle("-fx-background-color: %s".formatted(share.stem().look().colour()));
            text.setText("%s %d %%".formatted(called, share.percent()));
        }
    }

    ReadoutCard(Locale locale) {
        names = new LaneNames(locale);
        getStyleClass().add("timeline-card");
        first.getStyleClass().add("timeline-card-line");
        second.getStyleClass().add("timeline-card-line");
        // Styled with the window, and not when the pointer first comes.
        getChildren().addAll(first, second);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().addAll(style, "ub-number");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    void show(Reading reading) {
        set(time, reading.time());
        set(band, reading.band());
        set(pitch, reading.pitch());
        set(note, reading.note());
        set(level, reading.level());
        List<StemShares.Share> shares = reading.shares().shares();
        while (lines.size() < shares.size()) {
            lines.add(new ShareLine());
        }
        List<Node> parts = new ArrayList<>(List.of(first));
        if (!(reading.pitch() + reading.level()).isEmpty()) {
            parts.add(second);
        }
        for (int i = 0; i < shares.size(); i++) {
            lines.get(i).show(shares.get(i), names.of(shares.get(i).stem()));
            parts.add(lines.get(i).box);
        }
        // What comes anew is styled anew, which costs more than all the rest.
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
        setVisible(true);
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    void hide() {
        setVisible(false);
    }

    /// Beside the pointer, within the parent's room.
    void placeAt(double x, double y, double width, double height) {
        applyCss();
        double cardWidth = Math.ceil(prefWidth(-1));
        double cardHeight = Math.ceil(prefHeight(-1));
        double left = x + AWAY_PX + cardWidth <= width ? x + AWAY_PX : x - AWAY_PX - cardWidth;
        double top = Math.min(y + AWAY_PX, height - cardHeight - 4);
        resizeRelocate(Math.rint(Math.max(Row.HEADER_PX, left)), Math.rint(Math.max(0, top)), cardWidth, cardHeight);
    }
}
