package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.FrameRange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Makes the sound that two versions of a stem differ by, as the residual is made of a mix and its stems, and measures it.
final class DifferenceTask implements Task {
    private final Sounds sounds;
    private final Comparison comparison;
    private final Listener listener;
    private final DerivedSounds made;
    private volatile Optional<Difference> difference = Optional.empty();

    /// Hears of the end, on the session's thread.
    interface Listener {
        /// @param difference empty if nothing came of it
        /// @return whether it is still wanted
        boolean ended(Comparison comparison, Optional<Difference> difference);
    }

    DifferenceTask(Sounds sounds, Comparison comparison, Listener listener) {
        this.sounds = sounds;
        this.comparison = comparison;
        this.listener = listener;
        made = new DerivedSounds(sounds, firstPhase());
    }

    @Override
    public String firstPhase() {
        return "comparing";
    }

    @Override
    public JobState run(DeskJob job) throws IOException {
        AudioAsset now = sound(comparison.now());
        AudioAsset before = sound(comparison.before());
        int channels = Math.max(now.spec().channels(), before.spec().channels());
        Leftover rest = new Leftover(new AssetTape(now), List.of(new AssetTape(before)));
        JobState how = made.make(job, now, new DerivedSounds.Shape(1, channels),
                (start, planes, frames) -> rest.read(start, planes[0], 0, frames));
        if (how instanceof JobState.Done) {
            AssetId id = made.ids().getFirst();
            FrameRange all = new FrameRange(0, now.frames());
            FrameRange compared = comparison.stretch().map(it -> it.cutTo(all)).orElse(all);
            difference = Optional.of(new Difference(
                    comparison.stem(), id, compared, Difference.levelDb(sound(id), now, compared)));
        }
        return how;
    }

    private AudioAsset sound(AssetId id) {
        return sounds.find(id).orElseThrow(() -> new IllegalStateException("the song is gone"));
    }

    @Override
    public void ended(JobState how) {
        made.close();
        boolean wanted = listener.ended(comparison, how instanceof JobState.Done ? difference : Optional.empty());
        if (!wanted) {
            made.forget();
        }
    }
}
