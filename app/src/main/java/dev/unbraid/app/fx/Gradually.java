package dev.unbraid.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;

/// Builds what is seen piece by piece, as much in a frame as there is time for: hundreds of nodes at once would hold the
/// window up.
///
/// JavaFX thread.
public final class Gradually {
    /// What a frame can spare; a piece that takes longer has a frame of its own.
    private static final long SPARE_NANOS = 8_000_000;

    private final Node styled;
    private final Deque<Runnable> pieces = new ArrayDeque<>();
    private final EveryFrame frames = new EveryFrame(this::frame);

    /// @param styled what the pieces are part of; to style them costs more than to make them, and is counted with it
    public Gradually(Node styled) {
        this.styled = styled;
    }

    /// Does it in one of the next frames, after those before it.
    public Gradually then(Runnable piece) {
        pieces.add(piece);
        frames.setOn(true);
        return this;
    }

    private void frame() {
        long began = System.nanoTime();
        while (!pieces.isEmpty() && System.nanoTime() - began < SPARE_NANOS) {
            pieces.removeFirst().run();
            styled.applyCss();
        }
        frames.setOn(!pieces.isEmpty());
    }
}
