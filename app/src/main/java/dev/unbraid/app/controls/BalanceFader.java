package dev.unbraid.app.controls;

/// A fader that is a lane's balance, in hundredths, with a notch in the middle.
public record BalanceFader(StripEdits strip) implements FaderListener {
    private static final double STEP = 0.05;

    @Override
    public void moved(double position) {
        double pan = hundredths(2 * position - 1);
        strip.during(it -> it.withPan(Math.abs(pan) < 0.06 ? 0 : pan));
    }

    @Override
    public void stepped(int steps) {
        strip.during(it -> it.withPan(Math.clamp(hundredths(it.pan() + steps * STEP), -1.0, 1.0)));
    }

    private static double hundredths(double pan) {
        // Adding 0 takes the sign off a negative zero.
        return Math.round(pan * 100) / 100.0 + 0.0;
    }

    @Override
    public void reset() {
        strip.during(it -> it.withPan(0));
    }

    @Override
    public void released() {
        strip.release();
    }
}
