package dev.unbraid.playback;

/// Opens the output when it is needed and stands in for it with silence when there is none. Playback thread only, but
/// for [#state()].
final class OutletKeeper {
    private static final long STUCK_NANOS = 3_000_000_000L;
    private static final long TRY_AGAIN_NANOS = 3_000_000_000L;

    private final Outlet.Maker maker;
    private volatile OutputState state = new OutputState.Closed();
    private Outlet outlet = new SilentOutlet(1, 0);
    private int bufferFrames;
    private boolean silent;
    private boolean open;
    private long heard;
    private long heardNanos;
    private long triedNanos;

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
    boolean ensure(Wish.Output wanted, int sampleRate, boolean mayStay) {
        heardNanos = System.nanoTime();
        if (open && outlet.sampleRate() == sampleRate && (!silent || mayStay)) {
            return false;
        }
        close();
        try {
            use(maker.open(wanted.device(), sampleRate, wanted.bufferFrames()), wanted, sampleRate);
        } catch (NoOutputException e) {
            beSilent(e.sentence(), sampleRate, wanted.bufferFrames());
        }
        return true;
    }

    /// @return whether there is another outlet now
    boolean tryAgain(Wish.Output wanted, int sampleRate) {
        triedNanos = System.nanoTime();
        try {
            use(maker.open(wanted.device(), sampleRate, wanted.bufferFrames()), wanted, sampleRate);
            return true;
        } catch (NoOutputException e) {
            state = new OutputState.Silent(e.sentence());
            return false;
        }
    }

    void cut() {
        outlet.cut();
    }

    /// The outlet takes nothing any more.
    void lose() {
        int sampleRate = outlet.sampleRate();
        outlet.close();
        beSilent("The sound output stopped; check that it is connected, or choose another one.", sampleRate, bufferFrames);
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

    private void use(Outlet opened, Wish.Output wanted, int sampleRate) {
        outlet = opened;
        open = true;
        silent = false;
        bufferFrames = wanted.bufferFrames();
        heardNanos = System.nanoTime();
        state = new OutputState.Open(wanted.device(), 1000.0 * opened.room() / sampleRate);
    }

    private void beSilent(String reason, int sampleRate, int frames) {
        bufferFrames = frames;
        outlet = new SilentOutlet(sampleRate, frames);
        open = true;
        silent = true;
        triedNanos = System.nanoTime();
        state = new OutputState.Silent(reason);
    }
}
