package dev.unbraid.session;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;

/// A blend from its first frame to its last.
final class BlendSource implements AudioSource {
    private final Blend blend;
    private final AudioSpec spec;
    private final long frames;
    private long at;

    BlendSource(Blend blend, AudioSpec spec, long frames) {
        this.blend = blend;
        this.spec = spec;
        this.frames = frames;
    }

    @Override
    public AudioSpec spec() {
        return spec;
    }

    @Override
    public int read(float[][] planes, int offset, int count) throws IOException {
        if (at == frames) {
            return -1;
        }
        int now = (int) Math.min(count, frames - at);
        blend.read(at, planes, offset, now);
        at += now;
        return now;
    }

    @Override
    public void close() {}
}
