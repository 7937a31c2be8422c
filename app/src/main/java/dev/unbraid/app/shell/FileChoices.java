package dev.unbraid.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for files, with the system's dialogs.
interface FileChoices {
    /// @return empty if the user thought better of it
    List<Path> toOpen();

    Optional<Path> toSave(String suggestedName);
}
