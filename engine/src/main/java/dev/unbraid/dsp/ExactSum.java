package dev.unbraid.dsp;

/// Moves floats by as little as it takes for their sum to be another float, to the last bit: accumulated in double, in
/// any order, and rounded once.
///
/// One of them, the taker, takes what is missing. Where it is too loud to hold the finest bits, the quietest of the
/// others carries those, and all stand on a grid on which sums are exact; none but the taker moves by more than the
/// taker's last bit. For a wanted sum of 24 bits below ±1 this always succeeds while any of the others is below ±2. For
/// one with finer bits than the quietest can carry, it ends within that one's last bit; and within 2^-46 of the loudest
/// where even that is coarser, for doubles hold no more.
public final class ExactSum {
    /// Sums of up to 31 floats on a grid this far below the loudest need no more than the 53 bits of a double.
    private static final int DOUBLE_BITS = 46;

    private final float[] before;
    private final float[] plain;

    /// @param count of the floats that will be added up
    public ExactSum(int count) {
        before = new float[count];
        plain = new float[count];
    }

    /// The sum as it is meant here.
    public static float of(float[] parts) {
        return (float) exactly(parts);
    }

    /// Changes `parts` so that they add up to `wanted`.
    ///
    /// @param taker index of the one that takes what is missing
    /// @return whether they do; if not, they are as near as they come, or as they were where one is no number
    public boolean close(float wanted, float[] parts, int taker) {
        if (!areFinite(wanted, parts)) {
            return false;
        }
        System.arraycopy(parts, 0, before, 0, parts.length);
        parts[taker] = (float) (wanted - (exactly(parts) - parts[taker]));
        if (isFirm(wanted, parts)) {
            return true;
        }
        int carrier = quietestBut(taker, parts);
        if (carrier < 0) {
            return of(parts) == wanted;
        }
        System.arraycopy(parts, 0, plain, 0, parts.length);
        carry(wanted, parts, taker, carrier);
        if (of(parts) == wanted) {
            return true;
        }
        if (miss(wanted, plain) <= miss(wanted, parts)) {
            System.arraycopy(plain, 0, parts, 0, parts.length);
        }
        return of(parts) == wanted;
    }

    private void carry(float wanted, float[] parts, int taker, int carrier) {
        double grid = grid(wanted, parts, taker, carrier);
        double others = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i != taker) {
                parts[i] = (float) onGrid(before[i], grid);
                others += parts[i];
            }
        }
        double missing = onGrid(wanted, grid) - others;
        parts[taker] = (float) missing;
        parts[carrier] = (float) (parts[carrier] + (missing - parts[taker]));
    }

    /// A power of two: the last bit of the carrier once it has taken its part.
    private static double grid(float wanted, float[] parts, int taker, int carrier) {
        double loudest = Math.abs(wanted);
        for (float part : parts) {
            loudest = Math.max(loudest, Math.abs(part));
        }
        double finest = Math.scalb(1.0, Math.getExponent(loudest) - DOUBLE_BITS);
        return Math.max(finest, Math.ulp(Math.abs(parts[carrier]) + Math.ulp(parts[taker])));
    }

    private static double onGrid(double value, double grid) {
        return Math.rint(value / grid) * grid;
    }

    /// Whether the sum is the wanted one whatever the order, the rounding of doubles included.
    private static boolean isFirm(float wanted, float[] parts) {
        double sum = 0;
        double size = 0;
        for (float part : parts) {
            sum += part;
            size += Math.abs(part);
        }
        double doubt = size * parts.length * Math.ulp(1.0);
        return (float) (sum - doubt) == wanted && (float) (sum + doubt) == wanted;
    }

    private static int quietestBut(int taker, float[] parts) {
        int quietest = -1;
        for (int i = 0; i < parts.length; i++) {
            if (i != taker && (quietest < 0 || Math.abs(parts[i]) < Math.abs(parts[quietest]))) {
                quietest = i;
            }
        }
        return quietest;
    }

    private static double miss(float wanted, float[] parts) {
        return Math.abs(wanted - exactly(parts));
    }

    private static double exactly(float[] parts) {
        double sum = 0;
        for (float part : parts) {
            sum += part;
        }
        return sum;
    }

    private static boolean areFinite(float wanted, float[] parts) {
        boolean finite = Float.isFinite(wanted);
        for (float part : parts) {
            finite &= Float.isFinite(part);
        }
        return finite;
    }
}
