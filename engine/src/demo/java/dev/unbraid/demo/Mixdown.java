package dev.unbraid.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Brings stems to their final level by one gain and one limiter for all, so that they still add up to the mix.
final class Mixdown {
    private static final double CEILING = Math.pow(10, -1.0 / 20);
    private static final int LOOK_AHEAD = Tempo.frames(0.004);
    private static final int FADE = Tempo.frames(0.6);

    private Mixdown() {}

    static Stereo finish(Map<String, Stereo> stems, double gain) {
        List<Stereo> all = List.copyOf(stems.values());
        Stereo mix = Stereo.silence(all.getFirst().frames());
        for (Stereo stem : all) mix.add(stem, 1);
        double[] envelope = limit(mix, gain);
        for (int i = 0; i < mix.frames(); i++) {
            double fade = Math.min(1, (mix.frames() - i) / (double) FADE);
            envelope[i] *= gain * fade;
        }
        for (Stereo stem : all) scale(stem, envelope);
        scale(mix, envelope);
        return mix;
    }

    /// Never above what each peak allows: the lowest wanted gain ahead, averaged over the same stretch.
    private static double[] limit(Stereo mix, double gain) {
        int frames = mix.frames();
        double[] wanted = new double[frames + 2 * LOOK_AHEAD];
        Arrays.fill(wanted, 1);
        double held = 1;
        for (int i = frames - 1; i >= 0; i--) {
            double peak = gain * Math.max(Math.abs(mix.left()[i]), Math.abs(mix.right()[i]));
            wanted[i + LOOK_AHEAD] = Math.min(1, CEILING / Math.max(peak, 1e-9));
        }
        double[] lowest = new double[frames + LOOK_AHEAD];
        for (int i = 0; i < lowest.length; i++) {
            double now = 1;
            for (int k = 0; k < LOOK_AHEAD; k++) now = Math.min(now, wanted[i + k]);
            held = now < held ? now : Math.min(now, held + (1 - held) / Tempo.frames(0.08));
            lowest[i] = held;
        }
        double[] envelope = new double[frames];
        double sum = 0;
        for (int i = 0; i < frames + LOOK_AHEAD; i++) {
            sum += lowest[i];
            if (i >= LOOK_AHEAD) {
                sum -= lowest[i - LOOK_AHEAD];
                envelope[i - LOOK_AHEAD] = sum / LOOK_AHEAD;
            }
        }
        return envelope;
    }

    private static void scale(Stereo sound, double[] envelope) {
        for (int i = 0; i < sound.frames(); i++) {
            sound.left()[i] *= envelope[i];
            sound.right()[i] *= envelope[i];
        }
    }
}
