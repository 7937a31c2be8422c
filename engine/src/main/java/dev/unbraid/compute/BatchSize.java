package dev.unbraid.compute;

import java.util.OptionalLong;
import java.util.function.Supplier;

/// How many inputs a device takes at once: one at first, then as many as its free memory has room for, by what that one
/// took; half as many each time it does not suffice after all.
///
/// More than one keep a GPU busy with arithmetic while the next operation is on its way to it. On the thread of the network.
public final class BatchSize {
    /// What comes out of more would not fit the worker's heap.
    public static final int MOST = 4;
    /// The rest is for whoever else uses the device.
    private static final double SHARE = 0.8;

    private final Supplier<OptionalLong> freeBytes;
    private OptionalLong before = OptionalLong.empty();
    private boolean settled;
    private int size = 1;

    /// @param freeBytes of the device; empty where inputs are taken one by one
    public BatchSize(Supplier<OptionalLong> freeBytes) {
        this.freeBytes = freeBytes;
    }

    /// One by one, whatever the device.
    static BatchSize one() {
        return new BatchSize(OptionalLong::empty);
    }

    /// @return from 1 to [#MOST]
    public int now() {
        return size;
    }

    /// Before a batch runs.
    public void begin() {
        if (!settled) {
            before = freeBytes.get();
        }
    }

    /// After a batch has run. What the first took, the runtime keeps for the next.
    public void end() {
        if (!settled) {
            settled = true;
            OptionalLong after = freeBytes.get();
            size = before.isPresent() && after.isPresent() ? room(before.getAsLong() - after.getAsLong(), after.getAsLong()) : 1;
        }
    }

    private static int room(long taken, long free) {
        return taken <= 0 ? 1 : (int) Math.min(MOST, 1 + (long) (SHARE * free) / taken);
    }

    /// After a batch for which the memory did not suffice.
    ///
    /// @return whether a smaller one may be tried
    public boolean shrink() {
        boolean smaller = size > 1;
        settled = true;
        size = Math.max(1, size / 2);
        return smaller;
    }
}
