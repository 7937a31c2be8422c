package dev.unbraid.separation;

/// How a track is cut and averaged.
///
/// @param shifts          how often the track is separated at a random offset and averaged; 0 is once, unshifted
/// @param seed            where the random offsets come from; the same seed gives the same bytes
/// @param overlap         share of a segment that the next one repeats, from 0 to below 1
/// @param transitionPower sharpness of the cross-fade between segments; 1 is linear
public record SeparationSettings(int shifts, long seed, double overlap, double transitionPower) {
    public static final SeparationSettings DEFAULT = new SeparationSettings(0, 0, 0.25, 1);

    public SeparationSettings {
        if (shifts < 0) {
            throw new IllegalArgumentException("shifts %d; it must not be negative".formatted(shifts));
        }
        if (!(overlap >= 0 && overlap < 1)) {
            throw new IllegalArgumentException("overlap %s; it must be from 0 to below 1".formatted(overlap));
        }
        // Below 1 the cross-fade gets a dent; far above, the weight at a segment's edge vanishes from a double.
        if (!(transitionPower >= 1 && transitionPower <= 32)) {
            throw new IllegalArgumentException("transition power %s; it must be 1 to 32".formatted(transitionPower));
        }
    }

    public SeparationSettings withShifts(int count, long from) {
        return new SeparationSettings(count, from, overlap, transitionPower);
    }

    public SeparationSettings withOverlap(double share) {
        return new SeparationSettings(shifts, seed, share, transitionPower);
    }
}
