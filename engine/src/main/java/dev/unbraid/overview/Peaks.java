package dev.unbraid.overview;

/// Minimum, maximum and mean square of what was taken in so far; none of it while `max < min`.
final class Peaks {
    private float min;
    private float max;
    private double squares;
    private double weight;

    Peaks() {
        clear();
    }

    void clear() {
        min = Float.POSITIVE_INFINITY;
        max = Float.NEGATIVE_INFINITY;
        squares = 0;
        weight = 0;
    }

    /// Takes in `samples[from .. to)`.
    void add(float[] samples, int from, int to) {
        float low = min;
        float high = max;
        double sum = 0;
        for (int i = from; i < to; i++) {
            float sample = samples[i];
            // A quarter faster here than Math.min and Math.max, and what is not a number is passed over.
            if (sample < low) {
                low = sample;
            }
            if (sample > high) {
                high = sample;
            }
            sum += sample * sample;
        }
        min = low;
        max = high;
        squares += sum;
        weight += to - from;
    }

    /// Takes in what others found.
    ///
    /// @param frames how many frames stand behind it
    void add(float low, float high, double meanSquare, double frames) {
        min = Math.min(min, low);
        max = Math.max(max, high);
        squares += meanSquare * frames;
        weight += frames;
    }

    double frames() {
        return weight;
    }

    float min() {
        return min;
    }

    float max() {
        return max;
    }

    double meanSquare() {
        return weight > 0 ? squares / weight : 0;
    }

    void write(PeakColumns columns, int column) {
        columns.min()[column] = min;
        columns.max()[column] = max;
        columns.rms()[column] = (float) Math.sqrt(meanSquare());
    }
}
