package dev.unbraid.app.separate;

import dev.unbraid.app.mirror.ChosenRange;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.RefineWish;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.StemMatch;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Separates what is selected of the time again, with the choices that a separation of the whole song would take.
final class RefineViewModel {
    private final Desk desk;
    private final SeparationChoices choices;
    private final ReadOnlyObjectWrapper<Stretch> stretch = new ReadOnlyObjectWrapper<>(new Stretch.None());

    /// What could be separated again.
    sealed interface Stretch {
        /// Nothing is selected, or there are no stems.
        record None() implements Stretch {}

        /// @param sampleRate of the range's frames
        record Ready(FrameRange range, int sampleRate) implements Stretch {}

        /// The chosen model's stems are others.
        record OtherStems(FrameRange range, int sampleRate, SeparatorModel model) implements Stretch {}

        record ModelMissing() implements Stretch {}
    }

    RefineViewModel(Desk desk, SeparationChoices choices) {
        this.desk = desk;
        this.choices = choices;
        desk.session().projectProperty().addListener((_, _, _) -> look());
        desk.view().selectionProperty().addListener((_, _, _) -> look());
        desk.view().boxProperty().addListener((_, _, _) -> look());
        choices.catalogueProperty().addListener((_, _, _) -> look());
        choices.settingsProperty().addListener((_, _, _) -> look());
        look();
    }

    ReadOnlyObjectProperty<Stretch> stretchProperty() {
        return stretch.getReadOnlyProperty();
    }

    private void look() {
        stretch.set(song().flatMap(song -> ChosenRange.of(desk).flatMap(it -> within(song, it)).map(it -> judge(song, it)))
                .orElseGet(Stretch.None::new));
    }

    private Optional<Song> song() {
        return desk.session().activeSong().filter(it -> !it.stems().isEmpty());
    }

    private Optional<FrameRange> within(Song song, FrameRange range) {
        return desk.session().session().sound(song.mix().asset())
                .map(sound -> range.cutTo(new FrameRange(0, sound.frames())))
                .filter(it -> it.length() > 0);
    }

    private Stretch judge(Song song, FrameRange range) {
        Optional<SeparatorModel> model = choices.model();
        if (model.filter(SeparatorModel::installed).isEmpty()) {
            return new Stretch.ModelMissing();
        }
        int rate = song.source().spec().sampleRate();
        return StemMatch.fits(song, model.get(), choices.catalogueProperty().get().models())
                ? new Stretch.Ready(range, rate)
                : new Stretch.OtherStems(range, rate, model.get());
    }

    /// @return whether it began; if not, [#stretchProperty] says why
    boolean refine() {
        if (stretch.get() instanceof Stretch.Ready(FrameRange range, _)) {
            song().ifPresent(song -> choices.model().ifPresent(model -> desk.session().session().refine(new RefineWish(
                    song.id(), range, model.name(), choices.remembered().shifts(),
                    SeparationSettings.DEFAULT.overlap(), choices.remembered().device()))));
            return true;
        }
        return false;
    }
}
