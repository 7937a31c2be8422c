package dev.unbraid.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files that a job will make, and whether it may.
///
/// @param targets absolute
/// @param source  what is read, and never written over
record TargetFiles(List<Path> targets, Path source, OutputPlace.Existing existing) {
    TargetFiles {
        targets = List.copyOf(targets);
    }

    List<Path> thatExist() {
        return targets.stream().filter(Files::exists).toList();
    }

    /// Whether a file will be written: all but those that are there and may stay.
    boolean writes(Path target) {
        return switch (existing) {
            case REFUSE, OVERWRITE -> true;
            case SKIP -> !Files.exists(target);
        };
    }

    void refuseUnwritable() throws IOException {
        for (Path target : thatExist()) {
            if (Files.exists(source) && Files.isSameFile(target, source)) {
                throw new OutputRefusedException(OutputRefusedException.Reason.INPUT_ITSELF, target);
            }
            if (Files.isDirectory(target)) {
                throw new OutputRefusedException(OutputRefusedException.Reason.NAME_OF_FOLDER, target);
            }
            refuseExisting(target);
        }
    }

    /// Asked again just before a file moves into place: hours may have passed.
    void refuseExisting(Path target) throws OutputRefusedException {
        if (existing == OutputPlace.Existing.REFUSE && Files.exists(target)) {
            throw new OutputRefusedException(OutputRefusedException.Reason.THERE_ALREADY, target);
        }
    }
}
