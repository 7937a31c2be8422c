package dev.unbraid.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Gives finished files their names: all of them, or none that was not there before.
final class Publication {
    private final TargetFiles targets;
    private final WorkFolder work;

    /// A finished file in the work folder, and where it belongs.
    record Finished(Path file, Path target) {}

    Publication(TargetFiles targets, WorkFolder work) {
        this.targets = targets;
        this.work = work;
    }

    void publish(List<Finished> files) throws IOException {
        for (Finished finished : files) {
            force(finished.file());
        }
        List<Path> fresh = new ArrayList<>();
        try {
            for (Finished finished : files) {
                Path target = finished.target();
                work.makeRoomFor(target);
                targets.refuseExisting(target);
                boolean isNew = !Files.exists(target);
                move(finished.file(), target);
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

    /// After a power loss a name must not stand for less than the whole file.
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false);
        }
    }

    /// From one name to another on one disk; what had the name is gone.
    static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
