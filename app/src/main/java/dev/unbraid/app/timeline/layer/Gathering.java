package dev.unbraid.app.timeline.layer;

import dev.unbraid.overview.TileKey;

import java.util.function.Consumer;

/// Shares out among frames the work of gathering tiles into rows: many tiles may come into sight at once, and each costs
/// a quarter of a millisecond or more.
public final class Gathering {
    private final int mostPerFrame;
    private final Consumer<TileKey> later;
    private int left;

    /// @param later hears of every tile that has to wait for the next frame
    public Gathering(int mostPerFrame, Consumer<TileKey> later) {
        this.mostPerFrame = mostPerFrame;
        this.later = later;
        left = mostPerFrame;
    }

    public void startFrame() {
        left = mostPerFrame;
    }

    /// @return whether this tile may be gathered now
    boolean mayGather(TileKey key) {
        if (left > 0) {
            left--;
            return true;
        }
        later.accept(key);
        return false;
    }
}
