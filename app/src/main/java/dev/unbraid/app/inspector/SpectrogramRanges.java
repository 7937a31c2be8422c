package dev.unbraid.app.inspector;

import dev.unbraid.app.controls.Fader;
import dev.unbraid.app.controls.NumberFader;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.project.Song;
import dev.unbraid.ui.Messages;
import org.controlsfx.control.RangeSlider;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;

/// Which levels and frequencies spectrograms show: no number is computed anew, so that they follow while one drags.
final class SpectrogramRanges {
    static final double FLOOR_DB = -120;
    static final double CEILING_DB = 0;
    static final double LOWEST_HZ = 20;
    private static final double LEAST_DB = 6;
    private static final double LEAST_OCTAVES = 0.5;
    private static final NumberFader.Scale BOOST_DB = new NumberFader.Scale(0, 24, 1, 0);
    private static final double USUAL_NYQUIST_HZ = 22_050;

    private final Desk desk;
    private final ViewMirror view;
    private final Messages messages;
    /// The one that had the focus last.
    private Optional<RangeSlider> left = Optional.empty();

    SpectrogramRanges(Desk desk, Messages messages) {
        this.desk = desk;
        this.view = desk.view();
        this.messages = messages;
    }

    void addTo(Section section) {
        RangeSlider level = slider(FLOOR_DB, CEILING_DB);
        level.setBlockIncrement(2);
        Label levels = passing(section.add("", level));
        join(level, new Range(view.lowestDbProperty(), view.highestDbProperty(), LEAST_DB), () -> levels.setText(
                messages.text("level", Choices.whole(view.lowestDbProperty().get()), Choices.whole(view.highestDbProperty().get()))));
        level.setAccessibleText(messages.text("level.name"));

        RangeSlider frequency = slider(octave(LOWEST_HZ), octave(USUAL_NYQUIST_HZ));
        frequency.setBlockIncrement(0.25);
        Label frequencies = passing(section.add("", frequency));
        DoubleProperty low = octaves(view.lowestHzProperty());
        DoubleProperty high = octaves(view.highestHzProperty());
        join(frequency, new Range(low, high, LEAST_OCTAVES), () -> frequencies.setText(messages.text(
                "frequency", Choices.hertz(view.lowestHzProperty().get()), Choices.hertz(view.highestHzProperty().get()))));
        frequency.setAccessibleText(messages.text("frequency.name"));
        desk.session().activeSongProperty().subscribe(song -> frequency.setMax(octave(nyquistHz(song))));
        addBoost(section);
    }

    private static double nyquistHz(Optional<Song> song) {
        return song.map(it -> it.source().spec().sampleRate() / 2.0).orElse(USUAL_NYQUIST_HZ);
    }

    private void addBoost(Section section) {
        Fader boost = NumberFader.of(view.boostDbProperty(), BOOST_DB);
        Label label = passing(section.add("", boost));
        boost.setAccessibleText(messages.text("boost.name"));
        view.boostDbProperty().subscribe(db -> label.setText(messages.text("boost", Choices.whole(db.doubleValue()))));
    }

    /// Two properties of which the first stays below the second.
    private record Range(DoubleProperty low, DoubleProperty high, double least) {}

    private static void join(RangeSlider slider, Range range, Runnable changed) {
        slider.setLowValue(range.low.get());
        slider.setHighValue(range.high.get());
        slider.lowValueProperty().addListener((_, _, low) ->
                range.low.set(Math.min(low.doubleValue(), range.high.get() - range.least)));
        slider.highValueProperty().addListener((_, _, high) ->
                range.high.set(Math.max(high.doubleValue(), range.low.get() + range.least)));
        range.low.subscribe(low -> {
            slider.setLowValue(low.doubleValue());
            changed.run();
        });
        range.high.subscribe(high -> {
            slider.setHighValue(high.doubleValue());
            changed.run();
        });
    }

    private RangeSlider slider(double min, double max) {
        RangeSlider slider = new RangeSlider(min, max, min, max);
        slider.getStyleClass().add("ub-range");
        slider.focusedProperty().subscribe(focused -> left = focused ? Optional.of(slider) : left);
        return slider;
    }

    /// A slider of two thumbs hands the focus to whatever lies beside it, which may be no control.
    private Label passing(Label caption) {
        caption.focusedProperty().subscribe(focused -> {
            if (focused) {
                boolean back = left.filter(it -> it.equals(caption.getLabelFor())).isPresent();
                caption.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        return caption;
    }

    static double octave(double hz) {
        return Math.log(hz / LOWEST_HZ) / Math.log(2);
    }

    static double hertz(double octave) {
        return LOWEST_HZ * Math.pow(2, octave);
    }

    /// A frequency as octaves above the lowest.
    private static DoubleProperty octaves(DoubleProperty hz) {
        DoubleProperty octaves = new SimpleDoubleProperty(octave(hz.get()));
        octaves.addListener((_, _, octave) -> {
            if (Math.abs(octave(hz.get()) - octave.doubleValue()) > 1e-9) {
                hz.set(hertz(octave.doubleValue()));
            }
        });
        hz.addListener((_, _, now) -> octaves.set(octave(now.doubleValue())));
        return octaves;
    }
}
