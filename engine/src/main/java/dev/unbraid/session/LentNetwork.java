package dev.unbraid.session;

import dev.unbraid.separation.SegmentModel;

/// A network that is somebody else's to close.
final class LentNetwork extends ForwardedNetwork {
    private final Runnable whenClosed;

    /// @param whenClosed called instead
    LentNetwork(SegmentModel network, Runnable whenClosed) {
        super(network);
        this.whenClosed = whenClosed;
    }

    @Override
    public void close() {
        whenClosed.run();
    }
}
