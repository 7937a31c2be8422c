package dev.unbraid.session;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// A separation in a process of its own, which may be killed: `INPUT OUT FINISHED LOG`.
///
/// The log has a line for each segment that was computed and kept.
final class SeparatingChild {
    private static final int SEGMENT = 10_000;

    private SeparatingChild() {}

    public static void main(String[] args) throws Exception {
        Path log = Path.of(args[3]);
        Diary diary = new Diary(log);
        ModelBag bag = ModelBag.of("toy", Desk.MODEL, List.of("stem0.25", "stem0.75"), SEGMENT, () -> network(diary))
                .identifiedAs("toy");
        SeparateRequest request = Desk.request(Path.of(args[0]), Path.of(args[1]), bag);
        FinishedWork finished = new FinishedWork(Path.of(args[2]), () -> 1L << 40);
        SeparateOutcome outcome = new SeparateJob(request, new TrackNames(), diary, finished).run();
        diary.writeComputed(0);
        if (outcome instanceof SeparateOutcome.Done(SeparateReport report)) {
            diary.write("reused " + report.reusedSegments());
        }
    }

    private static FractionsNetwork network(Diary diary) {
        return new FractionsNetwork(Desk.MODEL, SEGMENT, List.of(0.25f, 0.75f)) {
            @Override
            public float[] separate(float[] mix) {
                // The one before is on its way to the store, and the one before that in it.
                diary.writeComputed(1);
                diary.computing.add("computed " + Arrays.hashCode(mix));
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return super.separate(mix);
            }
        };
    }

    private static final class Diary implements SeparateListener {
        private final Path log;
        private final Deque<String> computing = new ArrayDeque<>();

        Diary(Path log) {
            this.log = log;
        }

        @Override
        public void progress(SeparateProgress progress) {}

        /// @param unkept how many of the last may not be in the store
        void writeComputed(int unkept) {
            while (computing.size() > unkept) {
                write(computing.remove());
            }
        }

        void write(String line) {
            try {
                Files.write(log, (line + "\n").getBytes(StandardCharsets.UTF_8),
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
