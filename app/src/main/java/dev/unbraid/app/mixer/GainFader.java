package dev.unbraid.app.mixer;

import dev.unbraid.app.controls.FaderListener;
import dev.unbraid.app.controls.GainTaper;
import dev.unbraid.app.controls.StripEdits;

/// A fader that is a lane's gain.
record GainFader(StripEdits strip) implements FaderListener {
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
