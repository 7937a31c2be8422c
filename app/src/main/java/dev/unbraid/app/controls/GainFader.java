package dev.unbraid.app.controls;

/// A fader that is a lane's gain.
public record GainFader(StripEdits strip) implements FaderListener {
    @Override
    public void moved(double position) {
        strip.during(it -> it.withGainDb(GainTaper.gainDb(position)));
    }

    @Override
    public void stepped(int steps) {
        strip.during(it -> it.withGainDb(GainTaper.stepped(it.gainDb(), steps)));
    }

    @Override
    public void reset() {
        strip.during(it -> it.withGainDb(0));
    }

    @Override
    public void released() {
        strip.release();
    }
}
