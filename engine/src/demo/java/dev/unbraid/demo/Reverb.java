package dev.unbraid.demo;

/// A small room: eight delay lines that feed each other, after Jot.
final class Reverb {
    private static final double[] DELAYS_MS = {23.1, 27.7, 31.9, 36.3, 41.1, 45.7, 50.3, 57.1};
    private final double[][] lines = new double[DELAYS_MS.length][];
    private final double[] gains = new double[DELAYS_MS.length];
    private final double[] dull = new double[DELAYS_MS.length];
    private final int[] at = new int[DELAYS_MS.length];
    private final double damping;

    /// @param decaySeconds time to fall by 60 dB
    /// @param damping      0 bright to 1 dull
    Reverb(double decaySeconds, double damping) {
        this.damping = damping;
        for (int k = 0; k < lines.length; k++) {
            lines[k] = new double[Tempo.frames(DELAYS_MS[k] / 1000)];
            gains[k] = Math.pow(10, -3 * DELAYS_MS[k] / 1000 / decaySeconds);
        }
    }

    /// The room's answer alone, without what was sent to it.
    Stereo answer(Stereo dry) {
        Stereo wet = Stereo.silence(dry.frames());
        Biquad rumbleLeft = Biquad.highPass(180, 0.7);
        Biquad rumbleRight = Biquad.highPass(180, 0.7);
        double[] out = new double[lines.length];
        for (int i = 0; i < dry.frames(); i++) {
            double sum = 0;
            for (int k = 0; k < lines.length; k++) {
                dull[k] += (1 - damping) * (lines[k][at[k]] * gains[k] - dull[k]);
                out[k] = dull[k];
                sum += out[k];
            }
            double left = rumbleLeft.next(dry.left()[i]);
            double right = rumbleRight.next(dry.right()[i]);
            for (int k = 0; k < lines.length; k++) {
                double in = k % 2 == 0 ? left : right;
                lines[k][at[k]] = 0.35 * in + out[k] - sum * 2 / lines.length;
                at[k] = (at[k] + 1) % lines[k].length;
            }
            wet.left()[i] = out[0] + out[2] - out[4] - out[6] + 0.3 * (out[1] - out[5]);
            wet.right()[i] = out[1] + out[3] - out[5] - out[7] + 0.3 * (out[0] - out[4]);
        }
        return wet;
    }
}
