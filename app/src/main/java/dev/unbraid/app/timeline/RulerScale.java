package dev.unbraid.app.timeline;

/// How far apart the ruler's marks are.
///
/// @param stepSeconds from label to label
/// @param decimals    that its labels need
record RulerScale(double stepSeconds, int decimals) {
    private static final double[] COARSE = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200};

    /// @param secondsPerPixel more than 0
    /// @param apartPx         the least room for a label
    static RulerScale of(double secondsPerPixel, double apartPx) {
        double least = secondsPerPixel * apartPx;
        for (int decimals = 6; decimals > 0; decimals--) {
            double unit = Math.pow(10, -decimals);
            for (int step : new int[] {1, 2, 5}) {
                if (step * unit >= least) {
                    return new RulerScale(step * unit, decimals);
                }
            }
        }
        for (double step : COARSE) {
            if (step >= least) {
                return new RulerScale(step, 0);
            }
        }
        return new RulerScale(3_600 * Math.ceil(least / 3_600), 0);
    }

    long firstTick(double seconds) {
        return (long) Math.ceil(seconds / stepSeconds - 1e-9);
    }

    double secondsAt(long tick) {
        return tick * stepSeconds;
    }

    String label(long tick) {
        return TimeText.of(secondsAt(tick), decimals);
    }
}
