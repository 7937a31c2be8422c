package dev.unbraid.app.timeline.layer;

import dev.unbraid.overview.SpectrogramTile;

import java.util.Arrays;

/// Which bins of a transform each row of a picture shows: the mean power of those it covers, or, where a bin is wider
/// than a row, a straight line from bin to bin.
public final class RowBins {
    private static final float[] POWERS = powers();

    private final int[] first;
    private final int[] last;
    /// Share of `last`, 0 to 256, where rows are finer than bins; −1 where they are not.
    private final int[] share;
    private final double[] centreHz;

    /// @param height     rows
    /// @param bins       from 0 Hz to half of `sampleRate`
    public RowBins(FrequencyAxis axis, int height, int bins, double sampleRate) {
        first = new int[height];
        last = new int[height];
        share = new int[height];
        centreHz = new double[height];
        double binsPerHz = (bins - 1) / (sampleRate / 2);
        for (int row = 0; row < height; row++) {
            double low = binsPerHz * axis.hzAt((height - row - 1.0) / height);
            double high = binsPerHz * axis.hzAt((height - row) / (double) height);
            centreHz[row] = axis.hzAt((height - row - 0.5) / height);
            place(row, low, high, binsPerHz * centreHz[row], bins);
        }
    }

    private static float[] powers() {
        float[] powers = new float[256];
        for (int level = 0; level < powers.length; level++) {
            powers[level] = (float) Math.pow(10, (SpectrogramTile.LOWEST_DB + SpectrogramTile.STEP_DB * level) / 10);
        }
        return powers;
    }

    private void place(int row, double low, double high, double centre, int bins) {
        if (centre > bins - 1) {
            first[row] = -1;
        } else if (high - low < 1.5) {
            first[row] = (int) centre;
            last[row] = Math.min(first[row] + 1, bins - 1);
            share[row] = (int) (256 * (centre - first[row]));
        } else {
            first[row] = (int) Math.round(low);
            last[row] = Math.clamp(Math.round(high) - 1, first[row], bins - 1);
            share[row] = -1;
        }
    }

    public int height() {
        return first.length;
    }

    public double centreHz(int row) {
        return centreHz[row];
    }

    /// What `dbPerDecade` above 1 kHz adds to each row, in steps of `stepDb`.
    int[] boost(double dbPerDecade, double stepDb) {
        return Arrays.stream(centreHz)
                .mapToInt(hz -> (int) Math.round(dbPerDecade * Math.max(0, Math.log10(hz / 1_000)) / stepDb))
                .toArray();
    }

    /// One column of levels to one of rows.
    ///
    /// @param levels unsigned, the column begins at `offset`
    /// @param rows   from the top, written from `target` on
    void map(byte[] levels, int offset, byte[] rows, int target) {
        for (int row = 0; row < first.length; row++) {
            rows[target + row] = (byte) level(levels, offset, row);
        }
    }

    private static int level(float power) {
        double steps = (10 * Math.log10(power) - SpectrogramTile.LOWEST_DB) / SpectrogramTile.STEP_DB;
        return Math.clamp(Math.round(steps), 0, 255);
    }

    private int level(byte[] levels, int offset, int row) {
        int low = first[row];
        if (low < 0) {
            return 0;
        }
        int high = last[row];
        if (share[row] >= 0) {
            int below = levels[offset + low] & 0xff;
            return below + ((((levels[offset + high] & 0xff) - below) * share[row]) >> 8);
        }
        float power = 0;
        for (int i = offset + low; i <= offset + high; i++) {
            power += POWERS[levels[i] & 0xff];
        }
        return level(power / (high - low + 1));
    }
}
