package dev.unbraid.playback;

/// Opens the output when it is needed and stands in for it with silence when there is none. Playback thread only, but
/// for [#state()].
final class OutletKeeper {
    private static final long STUCK_NANOS = 3_000_000_000L;
    private static final long TRY_AGAIN_NANOS = 1_000_000_000L;

    private final Outlet.Maker maker;
    private volatile OutputState state = new OutputState.Closed();
    private Outlet outlet = new SilentOutlet(1, 0);
    private Wish.Output wanted = Wish.NOTHING.output();
    private boolean silent;
    private boolean open;
    private long heard;
    private long heardNanos;
    private long triedNanos;
    private boolean lost;

    OutletKeeper(Outlet.Maker maker) {
        this.maker = maker;
    }

    /// Any thread.
    OutputState state() {
        return state;
    }

    Outlet outlet() {
        return outlet;
    }

    /// Opens the output, unless it is open at that rate; of a silent one it is asked whether it `mayStay`.
    ///
    /// @return whether there is another outlet now
    boolean ensure(Wish.Output asked, int sampleRate, boolean mayStay) {
        wanted = asked;
        heardNanos = System.nanoTime();
        if (open && outlet.sampleRate() == sampleRate && (!silent || mayStay)) {
            return false;
        }
        close();
        try {
            use(maker.open(wanted.device(), sampleRate, wanted.bufferFrames()), sampleRate);
        } catch (NoOutputException e) {
            beSilent(e.reason(), sampleRate);
        }
        return true;
    }

    /// @return whether there is another outlet now
    boolean tryAgain(int sampleRate) {
        try {
            use(maker.open(wanted.device(), sampleRate, wanted.bufferFrames()), sampleRate);
            return true;
        } catch (NoOutputException e) {
            // One that is gone is often said to be in use, or to play no such rate.
            state = new OutputState.Silent(lost ? OutputState.Reason.LOST : e.reason(), wanted.device(), sampleRate);
            return false;
        } finally {
            // Some systems take long to say no.
            triedNanos = System.nanoTime();
        }
    }

    void cut() {
        outlet.cut();
    }

    /// The outlet takes nothing any more.
    void lose() {
        int sampleRate = outlet.sampleRate();
        outlet.close();
        beSilent(OutputState.Reason.LOST, sampleRate);
        lost = true;
    }

    void close() {
        if (open) {
            outlet.close();
            open = false;
            state = new OutputState.Closed();
        }
    }

    /// @param frame heard last, as the outlet tells
    boolean isStuck(long frame) {
        if (frame != heard) {
            heard = frame;
            heardNanos = System.nanoTime();
        }
        return !silent && System.nanoTime() - heardNanos > STUCK_NANOS;
    }

    boolean shallTryAgain() {
        return silent && System.nanoTime() - triedNanos > TRY_AGAIN_NANOS;
    }

    private void use(Outlet opened, int sampleRate) {
        outlet = opened;
        open = true;
        silent = false;
        heardNanos = System.nanoTime();
        double latencyMs = 1000.0 * opened.room() / sampleRate;
        state = opened.lineRate() == sampleRate ? new OutputState.Open(wanted.device(), latencyMs)
                : new OutputState.Converted(wanted.device(), latencyMs, sampleRate, opened.lineRate());
    }

    private void beSilent(OutputState.Reason reason, int sampleRate) {
        outlet = new SilentOutlet(sampleRate, wanted.bufferFrames());
        open = true;
        silent = true;
        lost = false;
        triedNanos = System.nanoTime();
        state = new OutputState.Silent(reason, wanted.device(), sampleRate);
    }
}
