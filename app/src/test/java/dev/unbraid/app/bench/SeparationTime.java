package dev.unbraid.app.bench;

import dev.unbraid.app.RealWindow;
import dev.unbraid.engine.Engine;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparateWish;
import dev.unbraid.session.Session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// How long a song takes from the wish to separate it to its end, in the real window or in an engine that nobody looks at:
/// `SONG MODEL DEVICE window|engine`. Prints seconds.
final class SeparationTime {
    private final Path song;
    private final String model;
    private final String device;

    private SeparationTime(Path song, String model, String device) {
        this.song = song;
        this.model = model;
        this.device = device;
    }

    public static void main(String[] args) throws Exception {
        SeparationTime bench = new SeparationTime(Path.of(args[0]), args[1], args[2]);
        if (args[3].equals("window")) {
            RealWindow.during(real -> bench.run(real.desk().session().session(), RealWindow::ask));
            return;
        }
        try (ExecutorService owner = Executors.newSingleThreadExecutor()) {
            Session session = owner.submit(() -> Engine.ofThisProcess().openSession(owner)).get();
            bench.run(session, question -> owner.submit(question).get());
            owner.submit(session::close).get();
        }
    }

    /// The thread that a session belongs to.
    @FunctionalInterface
    private interface Owner {
        Job ask(Callable<Job> question) throws Exception;
    }

    private void run(Session session, Owner owner) throws Exception {
        RealWindow.await(owner.ask(() -> session.open(song)));
        long begun = System.nanoTime();
        Job job = owner.ask(() -> {
            Song there = session.project().songs().getFirst();
            return session.separate(new SeparateWish(there.id(), model, List.of(), 0, device));
        });
        RealWindow.await(job);
        if (!(job.state() instanceof JobState.Done)) {
            throw new IllegalStateException(job.state().toString());
        }
        System.out.printf(Locale.ROOT, "%.2f%n", (System.nanoTime() - begun) / 1e9);
    }
}
