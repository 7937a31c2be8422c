package dev.unbraid.demo;

/// Evens out the loudness of a voice, as an engineer's compressor would.
final class Leveller {
    private Leveller() {}

    /// @param threshold RMS above which `ratio` decibels more come in for one that goes out
    static void level(double[] voice, double threshold, double ratio) {
        double power = 0;
        double gain = 1;
        double smoothing = 1.0 / Tempo.frames(0.02);
        for (int i = 0; i < voice.length; i++) {
            power += smoothing * (voice[i] * voice[i] - power);
            double over = Math.sqrt(power) / threshold;
            double wanted = over > 1 ? Math.pow(over, 1 / ratio - 1) : 1;
            gain += (wanted < gain ? 0.004 : 0.0003) * (wanted - gain);
            voice[i] *= gain;
        }
    }
}
