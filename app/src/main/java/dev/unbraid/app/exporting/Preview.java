package dev.unbraid.app.exporting;

import java.nio.file.Path;
import java.util.List;

/// What an export would make as it is set up now.
sealed interface Preview {
    /// @param folder   that all of them lie below
    /// @param existing those that are there already
    record Files(Path folder, List<Path> paths, List<Path> existing) implements Preview {
        public Files {
            paths = List.copyOf(paths);
            existing = List.copyOf(existing);
        }
    }

    /// The answer is on its way.
    record Looking() implements Preview {}

    /// Nothing was chosen.
    record Nothing() implements Preview {}

    record Refused(Exception why) implements Preview {}
}
