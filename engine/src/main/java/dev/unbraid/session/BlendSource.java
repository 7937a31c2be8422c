package dev.unbraid.session;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;

import java.io.IOException;

/// A stretch of a blend, from its first frame to its last.
final class BlendSource implements AudioSource {
    private final Blend blend;
    private final AudioSpec spec;
    private final long end;
    private long at;

    BlendSource(Blend blend, AudioSpec spec, FrameRange range) {
        this.blend = blend;
        this.spec = spec;
        at = range.start();
        end = range.end();
    }

    @Override
    public AudioSpec spec() {
        return spec;
    }

    @Override
    public int read(float[][] planes, int offset, int count) throws IOException {
        if (at == end) {
            return -1;
        }
        int now = (int) Math.min(count, end - at);
        blend.read(at, planes, offset, now);
        at += now;
        return now;
    }

    @Override
    public void close() {}
}
