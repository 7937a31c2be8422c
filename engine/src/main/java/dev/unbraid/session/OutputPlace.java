package dev.unbraid.session;

import java.nio.file.Path;

/// Where the stems go.
public record OutputPlace(Path folder, NameTemplate names, Existing existing) {
    /// What happens when a file already has a stem's name. Skipping needs every one of them to be there.
    public enum Existing { REFUSE, OVERWRITE, SKIP }
}
