import dev.unbraid.codec.CodecLibraries;
import dev.unbraid.engine.Engine;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparateWish;
import dev.unbraid.session.Session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the engine of a window and its worker hold when nothing is done, before and after a separation.
///
/// Runs as a source file with the engine on the class path; arguments: a song, a model. Linux only.
public final class IdleMemory {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB\\s+^RssAnon:\\s+(\\d+) kB");
    private static final int PATIENCE_SECONDS = 240;

    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final Engine engine = Engine.behindWindow();

    private IdleMemory() {}

    public static void main(String[] args) throws Exception {
        new IdleMemory().run(Path.of(args[0]), args[1]);
        System.exit(0);
    }

    private void run(Path file, String model) throws Exception {
        CodecLibraries.unpackInto(engine.folders().cache().resolve("natives").resolve("ffmpeg"));
        Session session = ask(() -> engine.openSession(owner));
        tell("nothing open");
        await(ask(() -> session.open(file)));
        tell("song open");
        engine.prepareWorker();
        Thread.sleep(10_000);
        tell("worker prepared, idle");
        Song song = ask(() -> session.project().songs().getFirst());
        await(ask(() -> session.separate(new SeparateWish(song.id(), model, List.of(), 0, "cpu"))));
        long over = System.nanoTime();
        tell("separation just over");
        for (int second = 30; second <= PATIENCE_SECONDS && worker().isPresent(); second += 30) {
            while (System.nanoTime() - over < second * 1_000_000_000L && worker().isPresent()) {
                Thread.sleep(200);
            }
            tell("%d s later".formatted((System.nanoTime() - over) / 1_000_000_000L));
        }
        Thread.sleep(5_000);
        tell("5 s after that");
        ask(() -> {
            session.close();
            return true;
        });
        owner.shutdown();
        engine.close();
    }

    private static void await(Job job) throws InterruptedException {
        while (!job.state().isOver()) {
            Thread.sleep(50);
        }
        if (!(job.state() instanceof JobState.Done)) {
            throw new IllegalStateException("%s: %s".formatted(job.kind(), job.state()));
        }
    }

    private static Optional<ProcessHandle> worker() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).findFirst();
    }

    private static void tell(String when) throws IOException {
        System.out.println("| %s | %s | %s |".formatted(when, megabytes(ProcessHandle.current().pid()),
                worker().isPresent() ? megabytes(worker().get().pid()) : "ended or not begun"));
    }

    private static String megabytes(long pid) throws IOException {
        Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        return line.find() ? "%d (%d)".formatted(megabytes(line.group(1)), megabytes(line.group(2))) : "ended";
    }

    private static long megabytes(String kilobytes) {
        return Long.parseLong(kilobytes) * 1024 / 1_000_000;
    }

    private <T> T ask(Callable<T> question) throws Exception {
        return owner.submit(question).get();
    }
}
