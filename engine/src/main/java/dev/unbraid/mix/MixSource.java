package dev.unbraid.mix;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;

/// A stretch of a song as it is heard, in stereo at the song's rate: the same samples that are played. Moves no meter.
public final class MixSource implements AudioSource {
    private final Mixer mixer;
    private final AudioSpec spec;
    private final FrameRange range;
    private long at;

    /// @param range of the song; silence where the song is not
    public MixSource(MixScene scene, FrameRange range) {
        this.range = range;
        mixer = new Mixer(scene.unmetered());
        mixer.settle(range.start());
        spec = new AudioSpec(scene.sampleRate(), Mixer.SIDES);
        at = range.start();
    }

    @Override
    public AudioSpec spec() {
        return spec;
    }

    @Override
    public int read(float[][] planes, int offset, int frames) {
        if (at >= range.end()) {
            return -1;
        }
        int count = (int) Math.min(frames, range.end() - at);
        mixer.render(at, planes, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() {}
}
