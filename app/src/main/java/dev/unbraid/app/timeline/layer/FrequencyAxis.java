package dev.unbraid.app.timeline.layer;

import dev.unbraid.app.mirror.FrequencyScale;

/// How frequencies go up a picture.
///
/// @param lowHz  at the lower edge; more than 0
/// @param highHz at the upper edge
public record FrequencyAxis(FrequencyScale scale, double lowHz, double highHz) {
    public FrequencyAxis {
        if (!(lowHz > 0 && highHz > lowHz)) {
            throw new IllegalArgumentException("%s to %s Hz".formatted(lowHz, highHz));
        }
    }

    /// @param up 0 at the lower edge, 1 at the upper
    public double hzAt(double up) {
        double low = bent(lowHz);
        return straight(low + up * (bent(highHz) - low));
    }

    /// @return 0 at the lower edge, 1 at the upper; beyond them outside of the picture
    public double upOf(double hz) {
        double low = bent(lowHz);
        return (bent(Math.max(hz, 1e-3)) - low) / (bent(highHz) - low);
    }

    private double bent(double hz) {
        return switch (scale) {
            case LINEAR -> hz;
            case LOG -> Math.log(hz);
            case MEL -> Math.log1p(hz / 700);
        };
    }

    private double straight(double place) {
        return switch (scale) {
            case LINEAR -> place;
            case LOG -> Math.exp(place);
            case MEL -> 700 * Math.expm1(place);
        };
    }
}
