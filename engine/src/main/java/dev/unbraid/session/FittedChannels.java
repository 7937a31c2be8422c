package dev.unbraid.session;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;

/// A source with another number of channels: mono is copied to all, of too many the first are kept.
final class FittedChannels implements AudioSource {
    private final AudioSource source;
    private final AudioSpec spec;

    FittedChannels(AudioSource source, int channels) {
        this.source = source;
        spec = source.spec().withChannels(channels);
    }

    @Override
    public AudioSpec spec() {
        return spec;
    }

    @Override
    public int read(float[][] to, int offset, int frames) throws IOException {
        float[][] from = new float[source.spec().channels()][];
        for (int channel = 0; channel < from.length; channel++) {
            from[channel] = channel < to.length ? to[channel] : new float[offset + frames];
        }
        int read = source.read(from, offset, frames);
        for (int channel = from.length; channel < to.length && read > 0; channel++) {
            System.arraycopy(from[0], offset, to[channel], offset, read);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
