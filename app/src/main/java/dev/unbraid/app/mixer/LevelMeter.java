package dev.unbraid.app.mixer;

import dev.unbraid.mix.LaneMeter;
import dev.unbraid.ui.ThemeColours;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A level as a bar: the mean square solid, the peak lighter, its highest as a tick, and a light for clipping that a
/// click puts out. Paints only when a pixel changes.
final class LevelMeter extends Region {
    static final double HIGHEST_DB = 6;
    private static final double WARN_DB = -18;
    private static final double BAD_DB = -1;
    private static final double LIGHT_PX = 6;
    private static final double BAR_PX = 5;

    private final LaneMeter source;
    private final MeterBallistics ballistics = new MeterBallistics();
    private final Canvas canvas = new Canvas();
    private ThemeColours theme = ThemeColours.DARK;
    private Shown painted = new Shown(-1, -1, -1, false, ThemeColours.DARK);

    /// What decides the pixels.
    private record Shown(int rms, int peak, int hold, boolean clipped, ThemeColours theme) {}

    LevelMeter(LaneMeter source) {
        this.source = source;
        getStyleClass().add("ub-meter");
        getChildren().add(canvas);
        setOnMouseClicked(event -> {
            if (source.clipped()) {
                source.unclip();
                event.consume();
            }
        });
    }

    void use(ThemeColours colours) {
        theme = colours;
        paint();
    }

    /// @param heard   whether the source's level is what is heard now
    /// @param seconds since the last call
    void follow(boolean heard, double seconds) {
        ballistics.feed(heard ? source.peak() : 0, heard ? source.rms() : 0, seconds);
        paint();
    }

    private void paint() {
        Shown now = new Shown(pixel(ballistics.rmsDb()), pixel(ballistics.peakDb()), pixel(ballistics.holdDb()),
                source.clipped(), theme);
        if (!now.equals(painted) && getWidth() > 0) {
            painted = now;
            paint(now, canvas.getGraphicsContext2D());
        }
    }

    private void paint(Shown now, GraphicsContext to) {
        double width = getWidth();
        to.clearRect(0, 0, width, BAR_PX);
        to.setFill(colour(theme.line()));
        to.fillRoundRect(0, 0, width, BAR_PX, 3, 3);
        to.setGlobalAlpha(0.45);
        bar(to, now.peak);
        to.setGlobalAlpha(1);
        bar(to, now.rms);
        if (now.hold > 1) {
            to.setFill(zone(now.hold));
            to.fillRect(now.hold - 1.5, 0, 1.5, BAR_PX);
        }
        if (now.clipped) {
            to.setFill(colour(ThemeColours.BAD));
            to.fillRoundRect(width - LIGHT_PX, 0, LIGHT_PX, BAR_PX, 3, 3);
        }
    }

    private void bar(GraphicsContext to, int end) {
        int warn = pixel(WARN_DB);
        int bad = pixel(BAD_DB);
        stretch(to, 0, Math.min(end, warn), colour(ThemeColours.GOOD));
        stretch(to, warn, Math.min(end, bad), colour(ThemeColours.WARN));
        stretch(to, bad, end, colour(ThemeColours.BAD));
    }

    private static void stretch(GraphicsContext to, int start, int end, Color fill) {
        if (end > start) {
            to.setFill(fill);
            to.fillRect(start, 0, end - start, BAR_PX);
        }
    }

    private Color zone(int pixel) {
        int argb = pixel > pixel(BAD_DB) ? ThemeColours.BAD : pixel > pixel(WARN_DB) ? ThemeColours.WARN : ThemeColours.GOOD;
        return colour(argb);
    }

    private int pixel(double db) {
        double share = (db - MeterBallistics.FLOOR_DB) / (HIGHEST_DB - MeterBallistics.FLOOR_DB);
        return (int) Math.round(Math.clamp(share, 0.0, 1.0) * (getWidth() - LIGHT_PX - 1));
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    @Override
    protected void layoutChildren() {
        // The room above and below is for the pointer.
        canvas.relocate(0, Math.floor((getHeight() - BAR_PX) / 2));
        if (canvas.getWidth() != getWidth()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(BAR_PX);
            painted = new Shown(-1, -1, -1, false, theme);
            paint();
        }
    }
}
