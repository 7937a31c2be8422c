package dev.unbraid.mix;

import dev.unbraid.assets.AudioAsset;

/// One stem on stage: its sound, where its gain is, and what its meter has gathered.
final class Stem {
    private final MixScene.Voice voice;
    private final GainRamp gain;
    private final MeterWindow meter;

    Stem(MixScene.Voice voice, StripGain gain, int rampFrames, int sampleRate) {
        this.voice = voice;
        this.gain = new GainRamp(rampFrames, gain);
        meter = new MeterWindow(voice.meter(), sampleRate);
    }

    boolean isSameAs(Stem other) {
        return voice.sound() == other.voice.sound() && voice.meter() == other.voice.meter();
    }

    void continueFrom(Stem other) {
        gain.continueFrom(other.gain);
        meter.continueFrom(other.meter);
    }

    void settle() {
        gain.settle();
    }

    /// Adds `count` frames from `frame` on to `sum[side][0 ..]`, by way of `scratch`.
    void addTo(double[][] sum, long frame, float[][] scratch, int count) {
        if (gain.isSilent()) {
            meter.hearNothing(count);
            return;
        }
        readStereo(voice.sound(), frame, scratch, count);
        gain.apply(scratch[0], scratch[1], 0, count);
        meter.hear(scratch[0], scratch[1], 0, count);
        for (int side = 0; side < Mixer.SIDES; side++) {
            double[] into = sum[side];
            float[] part = scratch[side];
            for (int i = 0; i < count; i++) {
                into[i] += part[i];
            }
        }
    }

    void skip(int count) {
        gain.skip(count);
        meter.hearNothing(count);
    }

    void rest() {
        meter.rest();
    }

    /// Mono goes to both sides; of more than two channels the first two are heard, as they are separated.
    static void readStereo(AudioAsset sound, long frame, float[][] planes, int count) {
        sound.read(frame, planes, 0, count);
        if (sound.spec().channels() == 1) {
            System.arraycopy(planes[0], 0, planes[1], 0, count);
        }
    }
}
