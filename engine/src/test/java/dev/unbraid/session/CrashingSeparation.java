package dev.unbraid.session;

import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/// A process that opens two songs, has one taken apart while the other waits, says so, and waits to be killed.
final class CrashingSeparation {
    static final int SEGMENTS = 3;

    private CrashingSeparation() {}

    /// @param args the session's folder, then two sound files
    public static void main(String[] args) throws Exception {
        Semaphore allowed = new Semaphore(SEGMENTS);
        FractionsNetwork network = new FractionsNetwork(Desk.MODEL, 10_000, List.of(0.25f, 0.75f)) {
            @Override
            public float[] separate(float[] mix) {
                allowed.acquireUninterruptibly();
                return super.separate(mix);
            }
        };
        ModelBag bag = ModelBag.of("toy", Desk.MODEL, network.stems(), 10_000, () -> network);
        Path folder = Path.of(args[0]);
        OwnedSession desk = OwnedSession.in(folder, new ToySeparators(bag));
        for (String file : List.of(args[1], args[2])) {
            desk.end(desk.ask(it -> it.open(Path.of(file))));
        }
        for (Song song : desk.project().songs()) {
            desk.ask(it -> it.separate(new SeparateWish(song.id(), "toy", List.of(), 0, "cpu")));
            desk.until(it -> !it.project().song(song.id()).orElseThrow().stems().isEmpty());
        }
        Lane stem = desk.project().songs().getFirst().stems().getFirst();
        desk.tell(it -> it.edit(new Edit.SetStrip(stem.id(), stem.strip().withMuted(true))));
        desk.until(it -> it.jobs().stream().anyMatch(
                job -> job.state() instanceof JobState.Running running && running.step() == SEGMENTS));
        while (!Files.exists(folder.resolve("document.unbraid"))
                || !Files.readString(folder.resolve("document.unbraid")).contains("\"muted\": true")) {
            Thread.sleep(10);
        }
        System.out.println(CrashingDesk.READY);
        System.in.read();
    }
}
