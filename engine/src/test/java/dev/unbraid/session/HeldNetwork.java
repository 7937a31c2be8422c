package dev.unbraid.session;

import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;

import java.util.List;
import java.util.concurrent.Semaphore;

/// A network that takes a segment apart whenever it is allowed to.
final class HeldNetwork extends FractionsNetwork {
    private static final int SEGMENT_FRAMES = 10_000;

    private final Semaphore allowed;

    private HeldNetwork(Semaphore allowed) {
        super(Desk.MODEL, SEGMENT_FRAMES, List.of(0.25f, 0.75f));
        this.allowed = allowed;
    }

    static ModelBag bag(Semaphore allowed) {
        return ModelBag.of("toy", Desk.MODEL, new HeldNetwork(allowed).stems(), SEGMENT_FRAMES, () -> new HeldNetwork(allowed));
    }

    @Override
    public float[] separate(float[] mix) {
        allowed.acquireUninterruptibly();
        return super.separate(mix);
    }
}
