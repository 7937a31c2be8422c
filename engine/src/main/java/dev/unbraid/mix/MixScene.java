package dev.unbraid.mix;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.project.Strip;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One song as it is to be heard, frozen: published anew at every change of the document.
///
/// The mix lane's strip is the song's bus. The song sounds as the sum of its audible stems where all of them are there,
/// and as the original where they are not (yet); with the mix lane soloed, as the original. A muted bus is silence.
///
/// What the stems leave over of the original is summed like one of them, which completes the song and doubles nothing. It
/// is born muted; its solo button overrules that, for it would be silent at first touch.
///
/// @param original the song as it was opened
/// @param bus      the strip of the mix lane
public record MixScene(int sampleRate, Voice original, List<Voice> stems, Strip bus, LaneMeter busMeter) {
    /// A sound with its strip and its meter.
    public record Voice(AudioAsset sound, Strip strip, LaneMeter meter) {}

    public MixScene {
        stems = List.copyOf(stems);
    }

    /// @param sounds looks a lane's sound up
    /// @param meters the meter of a lane, the same one at every call
    public static MixScene of(
            Song song, Function<AssetId, Optional<AudioAsset>> sounds, Function<Lane, LaneMeter> meters) {
        Function<Lane, Voice> voice = lane -> new Voice(
                sounds.apply(lane.asset()).orElseThrow(() -> new IllegalArgumentException("no sound " + lane.asset())),
                lane.strip(), meters.apply(lane));
        Voice original = voice.apply(song.mix());
        return new MixScene(original.sound().spec().sampleRate(), original,
                Stream.concat(song.stems().stream(), song.sum().residual().stream().map(MixScene::heardWhenSoloed))
                        .map(voice).toList(),
                song.mix().strip(), meters.apply(song.mix()));
    }

    private static Lane heardWhenSoloed(Lane residual) {
        Strip strip = residual.strip();
        return strip.soloed() ? residual.withStrip(strip.withMuted(false)) : residual;
    }

    public long frames() {
        return original.sound().frames();
    }

    /// Whether all of the original is there; until then [#frames()] may change.
    public boolean isComplete() {
        return original.sound().isComplete();
    }

    /// The same sound with meters that nobody sees.
    MixScene unmetered() {
        return new MixScene(sampleRate, original,
                stems.stream().map(it -> new Voice(it.sound(), it.strip(), new LaneMeter())).toList(), bus,
                new LaneMeter());
    }

    /// Whether both are of the same song, however it is mixed.
    public boolean isSameSong(MixScene other) {
        return original.sound() == other.original.sound();
    }
}
