package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// The discrete Fourier transform of as many complex columns as a vector register has lanes: `[length][COLUMNS]`, row by row.
/// Radix 4 after Stockham, which leaves the bins in order. Used by one thread at a time.
public final class ColumnTransform {
    /// Columns that are transformed together.
    public static final int COLUMNS = Lanes.COUNT;

    private final int length;
    private final float[] cosines;
    private final float[] sines;
    private final float[][] spare;

    /// @param length that [#suits]
    public ColumnTransform(int length) {
        if (!suits(length)) {
            throw new IllegalArgumentException("transform of %d rows".formatted(length));
        }
        this.length = length;
        cosines = new float[length];
        sines = new float[length];
        for (int i = 0; i < length; i++) {
            double angle = -2 * Math.PI * i / length;
            cosines[i] = (float) Math.cos(angle);
            sines[i] = (float) Math.sin(angle);
        }
        spare = new float[2][length * COLUMNS];
    }

    /// Whether it can be: for a power of two.
    public static boolean suits(int length) {
        return Integer.bitCount(length) == 1;
    }

    /// Transforms in place, without scaling: the sum over n of x(n)·exp(−2πi·k·n / length). With both arguments in each other's
    /// place it is the inverse.
    public void transform(float[] real, float[] imaginary) {
        float[][] from = {real, imaginary};
        float[][] to = spare;
        int stride = 1;
        int steps = 0;
        for (int left = length; left > 1;) {
            int radix = left % 4 == 0 ? 4 : 2;
            for (int i = 0; i < left / radix; i++) {
                if (radix == 4) {
                    byFour(from[0], from[1], to[0], to[1], new Place(left, stride, i));
                } else {
                    byTwo(from[0], to[0], stride);
                    byTwo(from[1], to[1], stride);
                }
            }
            left /= radix;
            stride *= radix;
            steps++;
            float[][] swap = from;
            from = to;
            to = swap;
        }
        if (steps % 2 == 1) {
            System.arraycopy(from[0], 0, real, 0, real.length);
            System.arraycopy(from[1], 0, imaginary, 0, imaginary.length);
        }
    }

    /// One group of butterflies.
    ///
    /// @param left   length of the transforms that are left to do
    /// @param stride how many of them there are
    /// @param index  of the group
    private record Place(int left, int stride, int index) {}

    private void byFour(float[] re, float[] im, float[] reOut, float[] imOut, Place place) {
        int quarter = place.left() / 4 * place.stride() * COLUMNS;
        int turn = place.index() * place.stride();
        FloatVector c1 = Lanes.all(cosines[turn]);
        FloatVector s1 = Lanes.all(sines[turn]);
        FloatVector c2 = Lanes.all(cosines[2 * turn]);
        FloatVector s2 = Lanes.all(sines[2 * turn]);
        FloatVector c3 = Lanes.all(cosines[3 * turn]);
        FloatVector s3 = Lanes.all(sines[3 * turn]);
        int step = place.stride() * COLUMNS;
        int from = place.index() * step;
        int to = 4 * from;
        for (int i = 0; i < step; i += COLUMNS) {
            int a = from + i;
            FloatVector sumRe = Lanes.load(re, a).add(Lanes.load(re, a + 2 * quarter));
            FloatVector sumIm = Lanes.load(im, a).add(Lanes.load(im, a + 2 * quarter));
            FloatVector differenceRe = Lanes.load(re, a).sub(Lanes.load(re, a + 2 * quarter));
            FloatVector differenceIm = Lanes.load(im, a).sub(Lanes.load(im, a + 2 * quarter));
            FloatVector otherRe = Lanes.load(re, a + quarter).add(Lanes.load(re, a + 3 * quarter));
            FloatVector otherIm = Lanes.load(im, a + quarter).add(Lanes.load(im, a + 3 * quarter));
            // Times i
            FloatVector turnedRe = Lanes.load(im, a + 3 * quarter).sub(Lanes.load(im, a + quarter));
            FloatVector turnedIm = Lanes.load(re, a + quarter).sub(Lanes.load(re, a + 3 * quarter));
            int y = to + i;
            sumRe.add(otherRe).intoArray(reOut, y);
            sumIm.add(otherIm).intoArray(imOut, y);
            FloatVector x = differenceRe.sub(turnedRe);
            FloatVector z = differenceIm.sub(turnedIm);
            x.mul(c1).sub(z.mul(s1)).intoArray(reOut, y + step);
            x.mul(s1).add(z.mul(c1)).intoArray(imOut, y + step);
            x = sumRe.sub(otherRe);
            z = sumIm.sub(otherIm);
            x.mul(c2).sub(z.mul(s2)).intoArray(reOut, y + 2 * step);
            x.mul(s2).add(z.mul(c2)).intoArray(imOut, y + 2 * step);
            x = differenceRe.add(turnedRe);
            z = differenceIm.add(turnedIm);
            x.mul(c3).sub(z.mul(s3)).intoArray(reOut, y + 3 * step);
            x.mul(s3).add(z.mul(c3)).intoArray(imOut, y + 3 * step);
        }
    }

    /// The last step of lengths that are no power of four.
    private static void byTwo(float[] x, float[] out, int stride) {
        int step = stride * COLUMNS;
        for (int i = 0; i < step; i += COLUMNS) {
            FloatVector a = Lanes.load(x, i);
            FloatVector b = Lanes.load(x, i + step);
            a.add(b).intoArray(out, i);
            a.sub(b).intoArray(out, i + step);
        }
    }

    /// Where the spectra of two real channels lie: left re, left im, right re, right im.
    ///
    /// @param at     of the first row
    /// @param stride from one row to the next
    /// @param plane  from one of the four to the next
    public record Spectra(int at, int stride, int plane) {}

    /// Makes one complex spectrum of two, that of the complex channel whose two parts they are. All rows but the first and the
    /// middle one.
    ///
    /// @param times what numbers are multiplied with
    /// @param plus  what is added to them then
    public static void join(float[] x, Spectra of, float times, float plus, float[] real, float[] imaginary) {
        FloatVector scale = Lanes.all(times);
        FloatVector offset = Lanes.all(plus);
        int rows = real.length / COLUMNS;
        for (int row = 1; row < rows / 2; row++) {
            int at = of.at + row * of.stride;
            FloatVector leftRe = Lanes.load(x, at).fma(scale, offset);
            FloatVector leftIm = Lanes.load(x, at + of.plane).fma(scale, offset);
            FloatVector rightRe = Lanes.load(x, at + 2 * of.plane).fma(scale, offset);
            FloatVector rightIm = Lanes.load(x, at + 3 * of.plane).fma(scale, offset);
            int here = row * COLUMNS;
            int mirrored = (rows - row) * COLUMNS;
            leftRe.sub(rightIm).intoArray(real, here);
            leftIm.add(rightRe).intoArray(imaginary, here);
            leftRe.add(rightIm).intoArray(real, mirrored);
            rightRe.sub(leftIm).intoArray(imaginary, mirrored);
        }
    }

    /// Makes two spectra of real channels of that of the complex channel whose two parts they are. All rows of them but the first.
    ///
    /// @param times what numbers are multiplied with
    /// @param out   where as many columns are put as are transformed together
    public static void split(float[] real, float[] imaginary, float times, float[] out, Spectra to) {
        FloatVector scale = Lanes.all(times);
        int rows = real.length / COLUMNS;
        for (int row = 1; row < rows / 2; row++) {
            int at = to.at + row * to.stride;
            int mirrored = (rows - row) * COLUMNS;
            FloatVector re = Lanes.load(real, row * COLUMNS);
            FloatVector im = Lanes.load(imaginary, row * COLUMNS);
            FloatVector otherRe = Lanes.load(real, mirrored);
            FloatVector otherIm = Lanes.load(imaginary, mirrored);
            re.add(otherRe).mul(scale).intoArray(out, at);
            im.sub(otherIm).mul(scale).intoArray(out, at + to.plane);
            im.add(otherIm).mul(scale).intoArray(out, at + 2 * to.plane);
            otherRe.sub(re).mul(scale).intoArray(out, at + 3 * to.plane);
        }
    }
}
