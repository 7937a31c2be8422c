package dev.unbraid.session;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;

/// A source that gives all that is asked for, until its end: what is summed up block by block then rounds the same
/// wherever the sound comes from.
final class FullBlocks implements AudioSource {
    private final AudioSource source;

    FullBlocks(AudioSource source) {
        this.source = source;
    }

    @Override
    public AudioSpec spec() {
        return source.spec();
    }

    @Override
    public int read(float[][] planes, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int read = source.read(planes, offset + done, count - done);
            if (read < 0) {
                return done == 0 ? -1 : done;
            }
            done += read;
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
