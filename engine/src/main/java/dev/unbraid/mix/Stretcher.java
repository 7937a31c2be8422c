package dev.unbraid.mix;

/// Slower or faster at the same pitch, higher or lower at the same speed, by a phase vocoder.
///
/// One thread; allocates nothing after it was made.
public final class Stretcher {
    /// Where the song comes from.
    public interface Input {
        /// Writes the next `count` frames into `planes[side][0 ..]`.
        void read(float[][] planes, int count);
    }

    private static final int READ_FRAMES = 256;
    private static final int SLOW_RATE = 50_000;
    private static final int FRAMES = 4096;

    private final int frames;
    private final int hop;
    private final StretchFrames transform;
    private final Ring song;
    private final Ring stretched;
    private final Interpolator interpolator = new Interpolator();
    private final float[][] reading = new float[Mixer.SIDES][READ_FRAMES];
    private long read;
    private double next;
    private long carried;
    private double at;
    private double heard;
    private double speed = 1;
    private double pitch = 1;

    public Stretcher(int sampleRate) {
        frames = sampleRate > SLOW_RATE ? 2 * FRAMES : FRAMES;
        hop = frames / StretchFrames.OVERLAP;
        transform = new StretchFrames(frames);
        song = new Ring(4 * frames);
        stretched = new Ring(4 * frames);
    }

    /// How many frames before the first one that is heard it wants to be given first.
    public int before() {
        return 3 * frames;
    }

    /// Starts afresh; the frame that comes after the first [#before] of the input is the first heard.
    public void start() {
        song.clear();
        stretched.clear();
        transform.reset();
        read = 0;
        carried = 0;
        heard = before();
        next = before() - ratio() * frames / 2 - frames / 2.0;
        at = frames;
    }

    /// From the next hop on.
    ///
    /// @param times     the usual speed, 0.5 to 2
    /// @param semitones −12 to 12
    public void tune(double times, double semitones) {
        speed = times;
        pitch = Math.pow(2, semitones / 12);
        interpolator.tune(pitch);
    }

    /// Frames of the input, since [#start], that come before the one that is heard next.
    public double heard() {
        return heard;
    }

    public void render(Input input, float[][] out, int offset, int count) {
        for (int i = 0; i < count; i++) {
            while (at + Interpolator.reach() >= carried) {
                carry(input);
            }
            for (int side = 0; side < Mixer.SIDES; side++) {
                out[side][offset + i] =
                        pitch == 1 ? stretched.get(side, Math.round(at)) : interpolator.read(stretched, side, at);
            }
            at += pitch;
            heard += speed;
        }
    }

    /// Frames of the song for each that is stretched.
    private double ratio() {
        return speed / pitch;
    }

    private void carry(Input input) {
        long start = Math.round(next);
        while (read < start + frames) {
            input.read(reading, READ_FRAMES);
            song.put(read, reading, READ_FRAMES);
            read += READ_FRAMES;
        }
        stretched.clear(carried + frames - hop, hop);
        transform.carry(song, start, stretched, carried);
        carried += hop;
        next += ratio() * hop;
    }
}
