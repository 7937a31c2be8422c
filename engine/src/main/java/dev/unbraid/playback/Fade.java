package dev.unbraid.playback;

/// Lets sound rise where it is begun in its midst, and fall where it is left: a cut would click. Playback thread only.
final class Fade {
    private static final double SECONDS = 0.003;

    private final int frames;
    private int done;
    private boolean falls;

    Fade(int sampleRate) {
        frames = (int) Math.round(SECONDS * sampleRate);
        done = frames;
    }

    /// Nothing rises, nothing falls.
    void stand() {
        falls = false;
        done = frames;
    }

    void rise() {
        falls = false;
        done = 0;
    }

    /// From as loud as it is to silence.
    void fall() {
        if (!falls) {
            falls = true;
            done = frames - done;
        }
    }

    boolean falls() {
        return falls;
    }

    /// Whether it has fallen silent.
    boolean isSilent() {
        return falls && done == frames;
    }

    /// What has risen passes bit by bit as it is.
    void apply(float[][] planes, int offset, int count) {
        for (int i = 0; i < count && (falls || done < frames); i++) {
            float part = (float) done / frames;
            float gain = falls ? 1 - part : part;
            for (float[] plane : planes) {
                plane[offset + i] *= gain;
            }
            done = Math.min(frames, done + 1);
        }
    }
}
