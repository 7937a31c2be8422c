package dev.unbraid.separation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// What goes on beside a network that is at work, and what does not.
@Timeout(60)
class SegmentPipelineTest {
    private static final AudioSpec SPEC = new AudioSpec(44_100, 2);
    private static final List<String> STEMS = List.of("a", "b");
    private static final int FRAMES = 1_000;
    private static final int SEGMENTS = 14;

    /// Asks `asked` before it takes a segment apart, on the network's thread; gives up if that says so.
    private static SegmentModel network(Asked asked) {
        return new TwistingNetwork(SPEC, 100, STEMS, 0, new ArrayList<>()) {
            @Override
            public Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff) {
                return asked.givesUp(calledOff) ? Optional.empty() : Optional.of(separate(mix));
            }
        };
    }

    private interface Asked {
        boolean givesUp(BooleanSupplier calledOff);
    }

    private static class Control implements RunControl {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double done, double total) {}
    }

    private static Map<String, MemoryTape> run(SegmentModel network, MemorySegments store, RunControl control) throws Exception {
        MemoryTape mix = new MemoryTape(2, FRAMES);
        Random random = new Random(1);
        for (float[] plane : mix.planes) {
            for (int i = 0; i < FRAMES; i++) {
                plane[i] = random.nextFloat();
            }
        }
        ModelBag bag = ModelBag.of("toy", SPEC, STEMS, 100, () -> network);
        Map<String, MemoryTape> tapes = new LinkedHashMap<>();
        STEMS.forEach(stem -> tapes.put(stem, new MemoryTape(2, FRAMES)));
        SeparationSettings settings = SeparationSettings.DEFAULT;
        new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), mix, new MixLevel(0, 1))
                .run(Map.copyOf(tapes), store, control);
        return tapes;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTheStoreHasIsJoinedWhileTheNetworkIsAtWork() throws Exception {
        MemorySegments store = new MemorySegments();
        run(network(_ -> false), store, new Control());
        store.released.clear();
        store.kept.remove(new SegmentKey(0, 0, 4, 100));
        CountDownLatch joined = new CountDownLatch(SEGMENTS - 1);
        List<Boolean> inTime = new ArrayList<>();
        run(network(_ -> {
            inTime.add(await(joined));
            return false;
        }), store, new Control() {
            @Override
            public void reused() {
                joined.countDown();
            }
        });
        assertThat(inTime).containsExactly(true);
    }

    @Test
    void aSegmentIsKeptAndJoinedWhileTheNextIsAtWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch told = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        List<Boolean> inTime = new ArrayList<>();
        List<Boolean> keptInTime = new ArrayList<>();
        MemorySegments store = new MemorySegments() {
            @Override
            public void put(SegmentKey key, float[] output) {
                keptInTime.add(await(begun));
                super.put(key, output);
            }
        };
        run(network(_ -> {
            begun.countDown();
            if (asked.incrementAndGet() == 2) {
                inTime.add(await(told));
            }
            return false;
        }), store, new Control() {
            @Override
            public void progress(double done, double total) {
                told.countDown();
            }
        });
        assertThat(inTime).containsExactly(true);
        assertThat(keptInTime).hasSize(SEGMENTS).containsOnly(true);
    }

    /// Another job may use the network then.
    @Test
    void noNetworkIsAtWorkWhereTheRunMayRestAndWhatIsMadeIsJoinedBefore() throws Exception {
        AtomicBoolean atWork = new AtomicBoolean();
        AtomicInteger made = new AtomicInteger();
        MemorySegments store = new MemorySegments();
        List<Integer> behind = new ArrayList<>();
        run(network(_ -> {
            atWork.set(true);
            made.incrementAndGet();
            Thread.yield();
            atWork.set(false);
            return false;
        }), store, new Control() {
            private int done;

            @Override
            public boolean mayGoOn() {
                return false;
            }

            @Override
            public boolean isCancelled() {
                assertThat(atWork).isFalse();
                behind.add(made.get() - done);
                return false;
            }

            @Override
            public void progress(double segments, double total) {
                done = (int) segments;
            }
        });
        assertThat(behind).hasSizeGreaterThanOrEqualTo(SEGMENTS).containsOnly(0);
    }

    @Test
    void whatFailsBesideTheNetworkGivesItUpAndClosesIt() {
        CountDownLatch failed = new CountDownLatch(1);
        List<Boolean> calledOff = new ArrayList<>();
        AtomicBoolean closed = new AtomicBoolean();
        SegmentModel network = new TwistingNetwork(SPEC, 100, STEMS, 0, new ArrayList<>()) {
            @Override
            public Optional<float[]> separateUnless(float[] mix, BooleanSupplier asked) {
                if (calledOff.isEmpty()) {
                    calledOff.add(false);
                    return Optional.of(separate(mix));
                }
                long began = System.nanoTime();
                while (!asked.getAsBoolean() && System.nanoTime() - began < SECONDS.toNanos(10)) {
                    Thread.onSpinWait();
                }
                calledOff.add(asked.getAsBoolean() && await(failed));
                return Optional.empty();
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        MemorySegments store = new MemorySegments() {
            @Override
            public void read(SegmentKey key, int lane, int offset, float[] to, int count) {
                failed.countDown();
                throw new IllegalArgumentException("the disk is gone");
            }
        };
        assertThatThrownBy(() -> run(network, store, new Control())).hasMessage("the disk is gone");
        assertThat(calledOff).containsExactly(false, true);
        assertThat(closed).isTrue();
    }

    @Test
    void whatTheNetworkFailsWithIsTheRunsFailure() {
        assertThatThrownBy(() -> run(network(_ -> {
            throw new IllegalStateException("no memory");
        }), new MemorySegments(), new Control())).isInstanceOf(IllegalStateException.class).hasMessage("no memory");
        ModelBag bag = ModelBag.of("toy", SPEC, STEMS, 100, () -> network(_ -> false));
        MixTape unreadable = new MixTape() {
            @Override
            public long frames() {
                return FRAMES;
            }

            @Override
            public void read(long startFrame, float[][] planes, int offset, int frames) throws IOException {
                throw new IOException("unreadable");
            }
        };
        SeparationSettings settings = SeparationSettings.DEFAULT;
        assertThatThrownBy(() -> new SeparationRun(bag, settings, ShiftOffsets.drawn(bag, settings), unreadable, new MixLevel(0, 1))
                .run(Map.of("a", new MemoryTape(2, FRAMES)), new MemorySegments(), new Control()))
                .isInstanceOf(IOException.class).hasMessage("unreadable");
    }

    /// Listens at the start until the first segment is at work, then elsewhere.
    private static final class Jumper extends Control {
        private final long to;
        private volatile int asked;

        Jumper(long to) {
            this.to = to;
        }

        @Override
        public OptionalLong focusFrame() {
            asked++;
            return OptionalLong.of(asked > 1 ? to : 0);
        }

        @Override
        public OptionalLong jumpedTo() {
            return asked == 1 ? OptionalLong.of(to) : OptionalLong.empty();
        }
    }

    private static Map<String, MemoryTape> jump(long to, List<Boolean> calledOff) throws Exception {
        return run(network(asked -> {
            calledOff.add(asked.getAsBoolean());
            return calledOff.getLast();
        }), new MemorySegments(), new Jumper(to));
    }

    @Test
    void aJumpToAMissingPlaceGivesUpTheSegmentAtWorkAndNothingIsLost() throws Exception {
        List<Boolean> jumping = new ArrayList<>();
        Map<String, MemoryTape> jumped = jump(500, jumping);
        assertThat(jumping).hasSize(SEGMENTS + 1).startsWith(true, false).containsOnlyOnce(true);
        Map<String, MemoryTape> calm = run(network(_ -> false), new MemorySegments(), new Control());
        STEMS.forEach(stem -> assertThat(jumped.get(stem).planes).isDeepEqualTo(calm.get(stem).planes));
    }

    @Test
    void aJumpWithinTheSegmentAtWorkChangesNothing() throws Exception {
        List<Boolean> jumping = new ArrayList<>();
        jump(60, jumping);
        assertThat(jumping).hasSize(SEGMENTS).containsOnly(false);
    }

    /// Asks for three at once after its first; notes how many it got.
    private static SegmentModel takesThree(List<Integer> sizes) {
        return new TwistingNetwork(SPEC, 100, STEMS, 0, new ArrayList<>()) {
            @Override
            public int batch() {
                return 3;
            }

            @Override
            public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
                sizes.add(mixes.size());
                return super.separateUnless(mixes, calledOff);
            }
        };
    }

    @Test
    void aNetworkThatTakesSeveralGetsThemAndTheSoundIsTheSame() throws Exception {
        Map<String, MemoryTape> wanted = run(network(_ -> false), new MemorySegments(), new Control());
        List<Integer> sizes = new ArrayList<>();
        MemorySegments store = new MemorySegments();
        AtomicInteger told = new AtomicInteger();
        Map<String, MemoryTape> given = run(takesThree(sizes), store, new Control() {
            @Override
            public void progress(double done, double total) {
                told.incrementAndGet();
            }
        });
        assertThat(sizes).containsExactly(1, 3, 3, 3, 3, 1);
        assertThat(told).hasValue(SEGMENTS);
        for (String stem : STEMS) {
            assertThat(given.get(stem).planes).isDeepEqualTo(wanted.get(stem).planes);
        }
    }

    @Test
    void whatIsThereIsNotMadeAgainBesideOthers() throws Exception {
        MemorySegments store = new MemorySegments();
        run(network(_ -> false), store, new Control());
        store.released.clear();
        for (int index : new int[] {2, 3, 7, 11, 12}) {
            assertThat(store.kept.remove(new SegmentKey(0, index * 75, 4, 100))).isNotNull();
        }
        List<Integer> sizes = new ArrayList<>();
        run(takesThree(sizes), store, new Control());
        assertThat(sizes).containsExactly(1, 3, 1);
    }

    @Test
    void aBatchIsNotGivenUpForAPlaceThatIsInIt() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        List<Boolean> overtaken = new ArrayList<>();
        SegmentModel network = new TwistingNetwork(SPEC, 100, STEMS, 0, new ArrayList<>()) {
            @Override
            public int batch() {
                return 3;
            }

            @Override
            public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
                sizes.add(mixes.size());
                overtaken.add(calledOff.getAsBoolean());
                return super.separateUnless(mixes, () -> false);
            }
        };
        run(network, new MemorySegments(), new Control() {
            /// In the third of the segments from the second on; and, when these are made, far behind them.
            @Override
            public OptionalLong jumpedTo() {
                return switch (sizes.size()) {
                    case 2 -> OptionalLong.of(290);
                    case 3 -> OptionalLong.of(FRAMES - 1);
                    default -> OptionalLong.empty();
                };
            }
        });
        assertThat(overtaken.subList(0, 3)).containsExactly(false, false, true);
    }
}
