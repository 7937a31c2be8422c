package dev.unbraid.dsp;

/// Mean, spread and peak of a stream of samples, in constant memory.
///
/// Each block is reduced by itself in two passes and then merged (Chan, Golub, LeVeque 1983), so that neither a long
/// stream nor a large offset costs digits. Used by one thread at a time.
public final class RunningStatistics {
    private long count;
    private double mean;
    private double squaredDeviations;
    private double peak;

    /// Takes `length` samples from `samples[offset ..]`.
    public void add(float[] samples, int offset, int length) {
        if (length == 0) {
            return;
        }
        double sum = 0;
        double loudest = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += samples[i];
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        double blockMean = sum / length;
        double deviations = 0;
        for (int i = offset; i < offset + length; i++) {
            double deviation = samples[i] - blockMean;
            deviations += deviation * deviation;
        }
        merge(length, blockMean, deviations, loudest);
    }

    /// Takes all that `other` has seen.
    public void add(RunningStatistics other) {
        if (other.count > 0) {
            merge(other.count, other.mean, other.squaredDeviations, other.peak);
        }
    }

    private void merge(long otherCount, double otherMean, double otherDeviations, double otherPeak) {
        long total = count + otherCount;
        double difference = otherMean - mean;
        double share = (double) otherCount / total;
        mean += difference * share;
        squaredDeviations += otherDeviations + difference * difference * count * share;
        count = total;
        peak = Math.max(peak, otherPeak);
    }

    public long count() {
        return count;
    }

    /// @return 0 for an empty stream
    public double mean() {
        return mean;
    }

    /// Spread with the unbiased divisor `count - 1`.
    ///
    /// @return 0 for fewer than two samples
    public double standardDeviation() {
        return count < 2 ? 0 : Math.sqrt(squaredDeviations / (count - 1));
    }

    /// @return the largest absolute sample
    public double peak() {
        return peak;
    }

    /// @return root of the mean square; 0 for an empty stream
    public double rms() {
        return count == 0 ? 0 : Math.sqrt(squaredDeviations / count + mean * mean);
    }
}
