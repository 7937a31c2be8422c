package dev.unbraid.demo;

/// A stretch of stereo sound that instruments are added to.
record Stereo(double[] left, double[] right) {
    static Stereo silence(int frames) {
        return new Stereo(new double[frames], new double[frames]);
    }

    int frames() {
        return left.length;
    }

    /// @param pan -1 left to 1 right, at constant power
    void add(double[] mono, int start, double gain, double pan) {
        double angle = (pan + 1) * Math.PI / 4;
        double toLeft = gain * Math.cos(angle) * Math.sqrt(2);
        double toRight = gain * Math.sin(angle) * Math.sqrt(2);
        int from = Math.max(0, -start);
        int until = Math.min(mono.length, frames() - start);
        for (int i = from; i < until; i++) {
            left[start + i] += toLeft * mono[i];
            right[start + i] += toRight * mono[i];
        }
    }

    void add(Stereo other, double gain) {
        for (int i = 0; i < frames(); i++) {
            left[i] += gain * other.left[i];
            right[i] += gain * other.right[i];
        }
    }
}
