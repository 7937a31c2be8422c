package dev.unbraid.session;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Gives finished files their names: all of them, or none that was not there before.
final class Publication {
    private final OutputPlan plan;
    private final WorkFolder work;

    Publication(OutputPlan plan, WorkFolder work) {
        this.plan = plan;
        this.work = work;
    }

    void publish(List<StemExport.Written> files) throws IOException {
        List<Path> fresh = new ArrayList<>();
        try {
            for (StemExport.Written written : files) {
                Path target = written.report().path();
                work.makeRoomFor(target);
                plan.refuseExisting(target);
                boolean isNew = !Files.exists(target);
                move(written.file(), target);
                if (isNew) {
                    fresh.add(target);
                }
            }
        } catch (IOException e) {
            for (Path target : fresh) {
                Files.deleteIfExists(target);
            }
            throw e;
        }
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
