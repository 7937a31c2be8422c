package dev.unbraid.faults;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.cache.FrameDigest;
import dev.unbraid.codec.CodecLibraries;
import dev.unbraid.engine.Engine;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Recoverable;
import dev.unbraid.session.Remark;
import dev.unbraid.session.SeparateWish;
import dev.unbraid.session.Session;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.UserFolders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What the window does, without one: takes up what a crash left or opens the song, separates it, tells what came out,
/// and closes.
///
/// Its network is [ToyNetwork]. Says `hash STEM SHA256` for each stem, and `told SENTENCE` for what a user would read.
final class HeadlessWindow {
    private static final long MILLIS = 5;

    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final Path file;
    private final long frames;
    private final int shifts;

    private HeadlessWindow(Path file, long frames, int shifts) {
        this.file = file;
        this.frames = frames;
        this.shifts = shifts;
    }

    /// @param args the song, its length in frames, shifts
    public static void main(String[] args) throws Exception {
        new HeadlessWindow(Path.of(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2])).run();
        System.exit(0);
    }

    private void run() throws Exception {
        UserFolders folders = UserFolders.ofThisProcess();
        CodecLibraries.unpackInto(folders.cache().resolve("natives").resolve("ffmpeg"));
        Engine engine = new Engine(folders, new ExecutablePath(List.of()), new ToySeparators());
        Session session = ask(() -> engine.openSession(owner));
        List<Recoverable> left = new ArrayList<>(engine.recoverable());
        if (!left.isEmpty()) {
            await(session, ask(() -> session.recover(left.removeFirst())));
            System.out.println("recovered");
        }
        for (Recoverable older : left) {
            older.discard();
        }
        separate(session, whole(session));
        tell(session);
        ask(() -> {
            session.close();
            return true;
        });
        owner.shutdown();
    }

    /// A song that was cut short while it was read is opened again, as a user would.
    private Song whole(Session session) throws Exception {
        List<Song> songs = ask(() -> session.project().songs());
        boolean there = !songs.isEmpty() && ask(() -> session.sound(songs.getFirst().mix().asset()))
                .filter(it -> it.frames() == frames).isPresent();
        if (!there) {
            ask(() -> {
                session.startAfresh();
                return true;
            });
            await(session, ask(() -> session.open(file)));
        }
        return ask(() -> session.project().songs().getFirst());
    }

    private void separate(Session session, Song song) throws Exception {
        List<Job> going = separations(session);
        for (Job job : going) {
            await(session, job);
        }
        if (going.isEmpty()) {
            await(session, ask(() -> session.separate(new SeparateWish(song.id(), Home.MODEL, List.of(), shifts, "cpu"))));
        }
    }

    private List<Job> separations(Session session) throws Exception {
        return ask(() -> session.jobs().stream().filter(it -> it.kind() == Job.Kind.SEPARATION).toList());
    }

    private void await(Session session, Job job) throws Exception {
        while (!job.state().isOver()) {
            Thread.sleep(MILLIS);
        }
        for (Remark remark : job.warnings()) {
            System.out.println("told " + remark.sentence());
        }
        if (!(job.state() instanceof JobState.Done)) {
            System.out.println("not done: %s %s".formatted(job.kind(), job.state()));
            System.exit(1);
        }
        // Its end is told on the session's thread.
        ask(session::project);
    }

    private void tell(Session session) throws Exception {
        List<Lane> stems = ask(() -> session.project().songs().getFirst().stems());
        for (Lane stem : stems.subList(Math.max(0, stems.size() - 4), stems.size())) {
            AudioAsset sound = ask(() -> session.sound(stem.asset())).orElseThrow();
            System.out.println("hash %s %s".formatted(stem.stem(), hash(sound)));
        }
    }

    private static String hash(AudioAsset sound) throws IOException {
        FrameDigest digest = new FrameDigest(sound.spec());
        float[][] planes = new float[sound.spec().channels()][1 << 14];
        for (long at = 0; at < sound.frames(); at += planes[0].length) {
            int read = (int) Math.min(planes[0].length, sound.frames() - at);
            sound.read(at, planes, 0, read);
            digest.add(planes, 0, read);
        }
        return digest.hex();
    }

    private <T> T ask(Callable<T> question) throws Exception {
        return owner.submit(question).get();
    }
}
