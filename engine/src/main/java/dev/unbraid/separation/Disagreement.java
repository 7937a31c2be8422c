package dev.unbraid.separation;

/// How much the shifted passes of a run disagree about one stem, over time and frequency.
///
/// For a moment and a band: the mean power of what each pass has besides the mean of all passes, against the power of
/// that mean there, or against -80 dB of full scale where it is more silent. In decibels; minus infinity where all passes
/// are the same. A moment is a Hann window of [#WINDOW] frames, one every [#HOP]; bands are equally wide in mel, from 0 Hz
/// to half the sample rate. All channels count alike.
///
/// It says where the network is undecided, and nothing about which pass is right: no measure of error.
///
/// @param passes     at least 2
/// @param sampleRate of the frames here: the model's
/// @param frames     of the track
/// @param levels     `[column * BANDS + band]`, see [#db]; column `c` is around frame `c * HOP`. Not to be changed
@SuppressWarnings("ArrayRecordComponent") // read once per pixel
public record Disagreement(int passes, int sampleRate, long frames, byte[] levels) {
    public static final int BANDS = 64;
    public static final int WINDOW = 4096;
    public static final int HOP = WINDOW / 2;
    /// The stem counts as at least this loud in a band, dB of full scale.
    public static final double QUIETEST_DB = -80;

    private static final double LOWEST_DB = -80;
    private static final double STEP_DB = 0.5;
    private static final double MEL_HZ = 700;

    public Disagreement {
        if (passes < 2 || levels.length != columns(frames) * BANDS) {
            throw new IllegalArgumentException("%d passes, %d levels of %d frames".formatted(passes, levels.length, frames));
        }
    }

    /// Enough that the last frame lies in one.
    public static int columns(long frames) {
        return Math.toIntExact(Math.ceilDiv(frames, (long) HOP) + 1);
    }

    public int columns() {
        return levels.length / BANDS;
    }

    /// @return minus infinity for nothing, or less than -80 dB, where sums of floats differ by their last bits; to half a decibel
    public double db(int column, int band) {
        return dbOf(levels[column * BANDS + band] & 0xff);
    }

    /// What a level stands for.
    ///
    /// @param level 0 to 255
    public static double dbOf(int level) {
        return level == 0 ? Double.NEGATIVE_INFINITY : LOWEST_DB + (level - 1) * STEP_DB;
    }

    /// @param ratio of powers, not negative
    static byte level(double ratio) {
        double steps = (10 * Math.log10(ratio) - LOWEST_DB) / STEP_DB + 1;
        return (byte) Math.clamp(Math.round(steps), 0, 255);
    }

    /// The band that a frequency lies in; beyond the last for those from half the sample rate on.
    public int bandOf(double hz) {
        return bandOf(hz, sampleRate);
    }

    static int bandOf(double hz, int sampleRate) {
        return (int) (BANDS * mel(hz) / mel(sampleRate / 2.0));
    }

    /// Where a band begins; the one after the last begins at half the sample rate.
    public double lowestHz(int band) {
        return MEL_HZ * Math.expm1(mel(sampleRate / 2.0) * band / BANDS);
    }

    private static double mel(double hz) {
        return Math.log1p(hz / MEL_HZ);
    }
}
