package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.separation.MixTape;

/// A sound of the session as a track; mono is copied to all channels that are asked for.
record AssetTape(AudioAsset sound) implements MixTape {
    @Override
    public long frames() {
        return sound.frames();
    }

    /// Silence where the sound is not.
    @Override
    public void read(long startFrame, float[][] planes, int offset, int frames) {
        sound.read(startFrame, planes, offset, frames);
        for (int channel = sound.spec().channels(); channel < planes.length; channel++) {
            System.arraycopy(planes[0], offset, planes[channel], offset, frames);
        }
    }
}
