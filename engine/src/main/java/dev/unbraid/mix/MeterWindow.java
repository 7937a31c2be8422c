package dev.unbraid.mix;

/// Gathers what a lane's meter shows over a 50th of a second, so that a painter at 60 frames a second misses no peak.
final class MeterWindow {
    private static final int WINDOWS_PER_SECOND = 50;

    private final LaneMeter meter;
    private final int length;
    private float highest;
    private double left;
    private double right;
    private int gathered;

    MeterWindow(LaneMeter meter, int sampleRate) {
        this.meter = meter;
        length = sampleRate / WINDOWS_PER_SECOND;
    }

    void continueFrom(MeterWindow other) {
        highest = other.highest;
        left = other.left;
        right = other.right;
        gathered = other.gathered;
    }

    void hear(float[] leftPlane, float[] rightPlane, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            float l = leftPlane[i];
            float r = rightPlane[i];
            highest = Math.max(highest, Math.max(Math.abs(l), Math.abs(r)));
            left += l * l;
            right += r * r;
        }
        pass(count);
    }

    void hearNothing(int count) {
        pass(count);
    }

    /// Nothing sounds any more.
    void rest() {
        clear();
        meter.block(0, 0);
    }

    private void pass(int count) {
        gathered += count;
        if (gathered >= length) {
            meter.block(highest, (float) (Math.max(left, right) / gathered));
            clear();
        }
    }

    private void clear() {
        highest = 0;
        left = 0;
        right = 0;
        gathered = 0;
    }
}
