package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.FollowMode;
import dev.unbraid.app.mirror.FrequencyScale;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.SpectrogramSettings.Method;
import dev.unbraid.overview.WindowShape;
import dev.unbraid.settings.Settings;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;

/// The view begins as it was left: takes it out of the preferences, and writes it back as it changes.
final class ViewMemory {
    private final ViewMirror view;
    private final ObjectProperty<Settings> settings;
    private final InvalidationListener writer = _ -> write();

    ViewMemory(Desk desk) {
        this.view = desk.view();
        this.settings = desk.settings();
        read(settings.get().picture());
        read(settings.get().timeline());
        view.inspectorShownProperty().set(settings.get().window().inspectorShown());
        for (Observable each : new Observable[] {
            view.spectrogramProperty(), view.frequencyScaleProperty(), view.followModeProperty(), view.colourMapProperty(),
            view.lowestHzProperty(), view.highestHzProperty(), view.lowestDbProperty(), view.highestDbProperty(),
            view.boostDbProperty(), view.stemMapShownProperty(), view.waveformInDecibelsProperty(), view.channelsMixedProperty()
        }) {
            each.addListener(writer);
        }
    }

    private void read(Settings.Picture picture) {
        Settings.Timeline timeline = settings.get().timeline();
        view.colourMapProperty().set(picture.colourMap());
        view.frequencyScaleProperty().set(known(FrequencyScale.LOG, () -> FrequencyScale.valueOf(picture.scale().toUpperCase(Locale.ROOT))));
        view.spectrogramProperty().set(known(SpectrogramSettings.USUAL, () -> new SpectrogramSettings(
                picture.fftSize(), WindowShape.valueOf(picture.window()), picture.overlap(), timeline.zeroPadding(),
                timeline.reassigned() ? Method.REASSIGNED : Method.PLAIN)));
        view.lowestDbProperty().set(picture.lowestDb());
        view.highestDbProperty().set(picture.highestDb());
        view.boostDbProperty().set(picture.boostDb());
    }

    private void read(Settings.Timeline timeline) {
        view.followModeProperty().set(known(FollowMode.PAGE, () -> FollowMode.valueOf(timeline.followMode())));
        view.stemMapShownProperty().set(timeline.stemMapShown());
        view.waveformInDecibelsProperty().set(timeline.waveformInDecibels());
        view.channelsMixedProperty().set(timeline.channelsMixed());
        view.lowestHzProperty().set(timeline.lowestHz());
        view.highestHzProperty().set(timeline.highestHz());
    }

    /// A later version may have written what this one does not know.
    private static <T> T known(T usual, Supplier<T> wanted) {
        try {
            return wanted.get();
        } catch (IllegalArgumentException e) {
            return usual;
        }
    }

    private void write() {
        SpectrogramSettings spectrogram = view.spectrogramProperty().get();
        boolean rises = view.lowestDbProperty().get() < view.highestDbProperty().get()
                && view.lowestHzProperty().get() < view.highestHzProperty().get();
        if (!rises) {
            // A slider pair that is moved as one has a moment of disorder.
            return;
        }
        settings.set(settings.get()
                .withPicture(new Settings.Picture(
                        view.colourMapProperty().get(),
                        view.frequencyScaleProperty().get().name().toLowerCase(Locale.ROOT),
                        spectrogram.fftSize(), spectrogram.window().name(), spectrogram.overlap(),
                        view.lowestDbProperty().get(), view.highestDbProperty().get(), view.boostDbProperty().get()))
                .withTimeline(new Settings.Timeline(
                        view.followModeProperty().get().name(), view.stemMapShownProperty().get(),
                        view.waveformInDecibelsProperty().get(), view.channelsMixedProperty().get(),
                        view.lowestHzProperty().get(), view.highestHzProperty().get(),
                        spectrogram.zeroPadding(), spectrogram.method() == Method.REASSIGNED)));
    }
}
