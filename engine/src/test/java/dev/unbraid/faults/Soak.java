package dev.unbraid.faults;

import dev.unbraid.codec.CodecLibraries;
import dev.unbraid.engine.Engine;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparateWish;
import dev.unbraid.session.Session;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.UserFolders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// A window's engine that opens one song after the other, separates it and closes it, and says now and then what it holds:
/// `SONGS HEAP RESIDENT FILES THREADS WORKER`, of the heap what is left after a collection, in kilobytes; the last is what
/// its worker holds.
final class Soak {
    private static final int SONGS_BETWEEN = 4;

    private final ExecutorService owner = Executors.newSingleThreadExecutor();

    private Soak() {}

    /// @param args how many songs, which file they all come from, and `toy` unless a model is installed
    public static void main(String[] args) throws Exception {
        UserFolders folders = UserFolders.ofThisProcess();
        CodecLibraries.unpackInto(folders.cache().resolve("natives").resolve("ffmpeg"));
        ExecutablePath programs = new ExecutablePath(List.of());
        boolean isToy = args.length > 2 && args[2].equals("toy");
        Engine engine = isToy ? new Engine(folders, programs, new ToySeparators()) : new Engine(folders, programs);
        new Soak().run(engine, Integer.parseInt(args[0]), Path.of(args[1]));
        System.exit(0);
    }

    private void run(Engine engine, int songs, Path file) throws Exception {
        Session session = owner.submit(() -> engine.openSession(owner)).get();
        for (int done = 1; done <= songs; done++) {
            await(ask(() -> session.open(file)));
            // A number of shifts of its own, or it would come from the cache.
            int shifts = done % 3;
            Song song = ask(() -> session.project().songs().getFirst());
            Job job = ask(() -> session.separate(new SeparateWish(song.id(), Home.MODEL, List.of(), shifts, "cpu")));
            await(job);
            ask(() -> {
                session.startAfresh();
                session.jobs().forEach(session::dismiss);
                return true;
            });
            engine.finishedWork().clear();
            if (done % SONGS_BETWEEN == 0) {
                tell(done);
            }
        }
        ask(() -> {
            session.close();
            return true;
        });
    }

    private void await(Job job) throws Exception {
        while (!job.state().isOver()) {
            Thread.sleep(2);
        }
        if (!(job.state() instanceof JobState.Done)) {
            throw new IllegalStateException("%s %s".formatted(job.kind(), job.state()));
        }
        // Its end is told on the session's thread.
        ask(() -> true);
    }

    private static void tell(int done) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / 1024;
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            System.out.println("soak %d %d %s %d %s %d".formatted(
                    done, heap, number(status, "VmRSS"), open.count(), number(status, "Threads"), ofWorkers()));
        }
    }

    private static long ofWorkers() throws IOException {
        long kilobytes = 0;
        for (ProcessHandle worker : ProcessHandle.current().children().toList()) {
            Path status = Path.of("/proc", Long.toString(worker.pid()), "status");
            kilobytes += Long.parseLong(number(Files.readAllLines(status), "VmRSS"));
        }
        return kilobytes;
    }

    private static String number(List<String> status, String name) {
        return status.stream().filter(it -> it.startsWith(name + ":")).findFirst().orElseThrow().replaceAll("\\D", "");
    }

    private <T> T ask(Callable<T> question) throws Exception {
        return owner.submit(question).get();
    }
}
