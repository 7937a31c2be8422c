package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.separation.TwistingNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
class KeptNetworkTest {
    private static final AudioSpec SPEC = new AudioSpec(44_100, 2);
    private static final List<String> STEMS = List.of("a", "b");

    private final List<Thread> openers = new CopyOnWriteArrayList<>();
    private final List<SegmentModel> closed = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayOpen = new CountDownLatch(1);
    private volatile boolean isBroken;

    private final KeptNetwork kept = new KeptNetwork(ModelBag.of("toy", SPEC, STEMS, 1_000, this::open));

    private SegmentModel open() throws ModelUnavailableException {
        openers.add(Thread.currentThread());
        begun.countDown();
        try {
            mayOpen.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (isBroken) {
            throw new ModelUnavailableException("it is broken", new IllegalStateException());
        }
        return new ForwardedNetwork(new TwistingNetwork(SPEC, 1_000, STEMS, 0.1f, new ArrayList<>())) {
            @Override
            public void close() {
                closed.add(this);
            }
        };
    }

    private SegmentModel lent() throws ModelUnavailableException {
        return kept.bag().members().getFirst().opener().open();
    }

    @Test
    void theJobGetsTheOneThatWasOpenedAhead() throws Exception {
        kept.bag().openAhead();
        kept.bag().openAhead();
        begun.await();
        mayOpen.countDown();
        lent().close();
        lent().close();
        assertThat(openers).hasSize(1).doesNotContain(Thread.currentThread());
        assertThat(closed).isEmpty();
        kept.close();
        assertThat(closed).hasSize(1);
    }

    @Test
    void theOneThatNoJobWantedAnyMoreIsClosed() throws Exception {
        kept.bag().openAhead();
        begun.await();
        mayOpen.countDown();
        kept.close();
        assertThat(closed).hasSize(1);
    }

    @Test
    void whyItCannotBeOpenedIsToldToTheJob() throws Exception {
        isBroken = true;
        mayOpen.countDown();
        kept.bag().openAhead();
        assertThatThrownBy(this::lent).isInstanceOf(ModelUnavailableException.class).hasMessage("it is broken");
        assertThat(openers).hasSize(1).doesNotContain(Thread.currentThread());
    }
}
