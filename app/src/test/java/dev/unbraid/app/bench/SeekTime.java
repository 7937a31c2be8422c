package dev.unbraid.app.bench;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.engine.Engine;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Playhead;
import dev.unbraid.session.SeparateWish;
import dev.unbraid.session.Session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// How long it takes from a seek into untouched sound until stems are heard there, in units of a segment's time.
///
/// Runs outside the build; arguments: a song of some minutes, the model, the device.
public final class SeekTime {
    private static final int SEEKS = 10;
    /// Longer than the fade from the original to the stems.
    private static final long FADE_FRAMES = 1_000;
    private static final long LOOK_MILLIS = 5;

    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private volatile long frame;

    private SeekTime() {}

    public static void main(String[] arguments) throws Exception {
        new SeekTime().run(Path.of(arguments[0]), arguments[1], arguments[2]);
    }

    private <T> T ask(Callable<T> question) throws Exception {
        return owner.submit(question).get();
    }

    private void run(Path file, String model, String device) throws Exception {
        Session session = ask(() -> Engine.ofThisProcess().openSession(owner));
        try {
            session.follow(new Playhead() {
                @Override
                public long positionFrame() {
                    return frame;
                }

                @Override
                public boolean isPlaying() {
                    return false;
                }
            });
            Job reading = ask(() -> session.open(file));
            while (!reading.state().isOver()) {
                Thread.sleep(LOOK_MILLIS);
            }
            Song song = ask(() -> session.project().songs().getFirst());
            Job job = ask(() -> session.separate(new SeparateWish(song.id(), model, List.of(), 0, device)));
            awaitStep(job, step(job) + 1);
            measure(session, job);
        } finally {
            ask(() -> {
                session.close();
                return true;
            });
            owner.shutdown();
        }
    }

    private void measure(Session session, Job job) throws Exception {
        long since = System.nanoTime();
        int done = step(job);
        awaitStep(job, done + 1);
        double guess = (System.nanoTime() - since) / 1e9;
        List<Double> seeks = new ArrayList<>();
        Random random = new Random(1);
        List<AudioAsset> stems = stems(session);
        for (int i = 0; i < SEEKS; i++) {
            Thread.sleep((long) (1_000 * guess * random.nextDouble()));
            frame = untouched(stems, random);
            long begin = System.nanoTime();
            while (!stems.stream().allMatch(it -> it.coverage().endFrom(frame) > frame + FADE_FRAMES)) {
                Thread.sleep(LOOK_MILLIS);
            }
            seeks.add((System.nanoTime() - begin) / 1e9);
        }
        seeks.sort(null);
        // All the time the network was at work: as fast, or slow, as the machine was meanwhile.
        double segment = (System.nanoTime() - since) / 1e9 / (step(job) - done);
        System.out.printf("a segment takes %.2f s; from a seek to stems there, in segments: median %.2f, least %.2f, most %.2f of %d%n",
                segment, (seeks.get(SEEKS / 2 - 1) + seeks.get(SEEKS / 2)) / 2 / segment, seeks.getFirst() / segment,
                seeks.getLast() / segment, SEEKS);
    }

    private List<AudioAsset> stems(Session session) throws Exception {
        return ask(() -> session.project().songs().getFirst().stems().stream()
                .map(it -> session.sound(it.asset()).orElseThrow()).toList());
    }

    private static long untouched(List<AudioAsset> stems, Random random) {
        AudioAsset first = stems.getFirst();
        for (int attempt = 0; attempt < 10_000; attempt++) {
            long place = random.nextLong(first.frames() - 2 * FADE_FRAMES);
            if (first.coverage().endFrom(place) == place) {
                return place;
            }
        }
        throw new IllegalStateException("the song is too short: nothing of it is untouched");
    }

    private static int step(Job job) {
        return switch (job.state()) {
            case JobState.Running running -> running.step();
            case JobState.Failed failed -> throw new IllegalStateException(failed.cause());
            case JobState.Waiting _, JobState.Paused _, JobState.Done _, JobState.Cancelled _ -> 0;
        };
    }

    private static void awaitStep(Job job, int step) throws InterruptedException {
        while (step(job) < step) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
