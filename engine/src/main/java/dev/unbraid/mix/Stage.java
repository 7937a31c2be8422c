package dev.unbraid.mix;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A scene made ready to sound: all that rendering it needs, allocated beforehand.
final class Stage {
    /// Frames that are rendered in one go.
    static final int BLOCK = 256;
    private static final double RAMP_SECONDS = 0.005;
    private static final double FADE_SECONDS = 0.01;

    private final MixScene scene;
    private final List<Stem> stems;
    private final GainRamp bus;
    private final MeterWindow busMeter;
    private final StemFade fade;
    private final int fadeFrames;
    private final float[] weights = new float[BLOCK];
    private final float[][] scratch;
    private final double[][] sum = new double[Mixer.SIDES][BLOCK];

    Stage(MixScene scene) {
        this.scene = scene;
        int rate = scene.sampleRate();
        int rampFrames = (int) Math.round(rate * RAMP_SECONDS);
        fadeFrames = (int) Math.round(rate * FADE_SECONDS);
        boolean soloed = scene.stems().stream().anyMatch(it -> it.strip().soloed());
        stems = scene.stems().stream()
                .map(it -> new Stem(
                        it, soloed && !it.strip().soloed() ? StripGain.SILENCE : StripGain.of(it.strip()), rampFrames, rate))
                .toList();
        bus = new GainRamp(rampFrames, StripGain.of(scene.bus()));
        busMeter = new MeterWindow(scene.busMeter(), rate);
        fade = new StemFade(scene, fadeFrames);
        int channels = Stream.concat(Stream.of(scene.original()), scene.stems().stream())
                .mapToInt(it -> it.sound().spec().channels()).max().orElseThrow();
        scratch = new float[Math.max(Mixer.SIDES, channels)][BLOCK];
    }

    MixScene scene() {
        return scene;
    }

    /// Frames in which one stage gives way to another.
    int fadeFrames() {
        return fadeFrames;
    }

    /// Takes over where `before` is.
    ///
    /// @return whether all that sounds there sounds here too
    boolean continueFrom(Stage before) {
        boolean all = scene.isSameSong(before.scene);
        for (int i = 0; i < before.stems.size(); i++) {
            all &= takeOver(before.stems.get(i));
        }
        bus.continueFrom(before.bus);
        busMeter.continueFrom(before.busMeter);
        fade.continueFrom(before.fade);
        return all;
    }

    private boolean takeOver(Stem before) {
        for (int i = 0; i < stems.size(); i++) {
            if (stems.get(i).isSameAs(before)) {
                stems.get(i).continueFrom(before);
                return true;
            }
        }
        return false;
    }

    void settle(long frame) {
        for (int i = 0; i < stems.size(); i++) {
            stems.get(i).settle();
        }
        bus.settle();
        fade.settle(frame);
    }

    void jump(long frame) {
        fade.settle(frame);
    }

    /// @param count at most [#BLOCK]
    void render(long frame, float[][] out, int offset, int count) {
        long weight = fade.weigh(frame, weights, count);
        if (weight == 0) {
            skipStems(count);
            readOriginal(frame, out, offset, count);
        } else {
            sumStems(frame, count);
            if (weight == fade.full(count)) {
                round(out, offset, count);
            } else {
                readOriginal(frame, out, offset, count);
                blend(out, offset, count);
            }
        }
        bus.apply(out[0], out[1], offset, count);
        busMeter.hear(out[0], out[1], offset, count);
    }

    void rest() {
        stems.forEach(Stem::rest);
        busMeter.rest();
    }

    private void skipStems(int count) {
        for (int i = 0; i < stems.size(); i++) {
            stems.get(i).skip(count);
        }
    }

    private void readOriginal(long frame, float[][] out, int offset, int count) {
        Stem.readStereo(scene.original().sound(), frame, scratch, count);
        copy(scratch, out, offset, count);
    }

    private void sumStems(long frame, int count) {
        for (int side = 0; side < Mixer.SIDES; side++) {
            Arrays.fill(sum[side], 0, count, 0);
        }
        for (int i = 0; i < stems.size(); i++) {
            stems.get(i).addTo(sum, frame, scratch, count);
        }
    }

    private void blend(float[][] out, int offset, int count) {
        for (int side = 0; side < Mixer.SIDES; side++) {
            float[] plane = out[side];
            double[] stemSum = sum[side];
            for (int i = 0; i < count; i++) {
                float weight = weights[i];
                plane[offset + i] = plane[offset + i] * (1 - weight) + (float) stemSum[i] * weight;
            }
        }
    }

    private void round(float[][] out, int offset, int count) {
        for (int side = 0; side < Mixer.SIDES; side++) {
            float[] plane = out[side];
            double[] stemSum = sum[side];
            for (int i = 0; i < count; i++) {
                plane[offset + i] = (float) stemSum[i];
            }
        }
    }

    private static void copy(float[][] from, float[][] out, int offset, int count) {
        for (int side = 0; side < Mixer.SIDES; side++) {
            System.arraycopy(from[side], 0, out[side], offset, count);
        }
    }
}
