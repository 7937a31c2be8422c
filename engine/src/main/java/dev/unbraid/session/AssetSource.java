package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

/// A whole sound from its first frame to its last.
final class AssetSource implements AudioSource {
    private final AudioAsset sound;
    private long at;

    AssetSource(AudioAsset sound) {
        this.sound = sound;
    }

    @Override
    public AudioSpec spec() {
        return sound.spec();
    }

    @Override
    public int read(float[][] planes, int offset, int count) {
        if (at >= sound.frames()) {
            return -1;
        }
        int now = (int) Math.min(count, sound.frames() - at);
        sound.read(at, planes, offset, now);
        at += now;
        return now;
    }

    @Override
    public void close() {}
}
