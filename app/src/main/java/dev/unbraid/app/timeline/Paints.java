package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.app.timeline.layer.Argb;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.app.timeline.layer.HatchLayer;
import dev.unbraid.app.timeline.layer.LevelColours;
import dev.unbraid.app.timeline.layer.WaveformLayer;
import dev.unbraid.project.Lane;
import dev.unbraid.ui.ColourMap;
import dev.unbraid.ui.ThemeColours;

/// The colours and scales of everything painted, as they are set now.
record Paints(
        ThemeColours theme, FrequencyAxis axis, LevelColours levels, WaveformLayer.Scale scale,
        WaveformLayer.Channels channels) {
    /// Shares of their colours that are left, of 256.
    static final int BRIGHT = 256;
    static final int DIMMED = 110;
    static final int UNDER_A_WAVEFORM = 120;
    private static final int PEAKS = 150;
    private static final int PEAKS_OVER_A_SPECTROGRAM = 110;
    /// What the session gives to a mix; the theme knows better.
    private static final String USUAL_MIX = "#c9d1e3";

    static Paints of(ViewMirror view) {
        double lowHz = Math.max(1, view.lowestHzProperty().get());
        double highHz = Math.max(lowHz + 1, view.highestHzProperty().get());
        return new Paints(
                view.themeProperty().get(),
                new FrequencyAxis(view.frequencyScaleProperty().get(), lowHz, highHz),
                new LevelColours(
                        ColourMap.named(view.colourMapProperty().get()).orElse(ColourMap.MAGMA),
                        view.lowestDbProperty().get(), view.highestDbProperty().get(), view.boostDbProperty().get()),
                view.waveformInDecibelsProperty().get() ? WaveformLayer.Scale.DECIBELS : WaveformLayer.Scale.LINEAR,
                view.channelsMixedProperty().get() ? WaveformLayer.Channels.TOGETHER : WaveformLayer.Channels.APART);
    }

    /// @param share of the colour, of 256
    WaveformLayer.Look waveform(Lane lane, int share) {
        return new WaveformLayer.Look(Argb.mixed(theme.background(), colour(lane), share), PEAKS, scale, channels);
    }

    WaveformLayer.Look waveformOverSpectrogram(Lane lane, int share) {
        int light = Argb.mixed(Argb.of(lane.look().colour()), 0xffffffff, 90);
        return new WaveformLayer.Look(
                Argb.mixed(levels.map().argb(0), light, share), PEAKS_OVER_A_SPECTROGRAM, scale, channels);
    }

    int colour(Lane lane) {
        String wanted = lane.look().colour();
        return lane.stem().equals(Lane.MIX) && wanted.equals(USUAL_MIX) ? theme.mix() : Argb.of(wanted);
    }

    HatchLayer.Look hatch() {
        return switch (theme) {
            case DARK -> new HatchLayer.Look(0xff10141b, 0xff141a22, 0xff3a4252);
            case LIGHT -> new HatchLayer.Look(0xfff4f5f7, 0xffebedf1, 0xff4d5564);
        };
    }
}
