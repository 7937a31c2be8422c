package dev.unbraid.install;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What an installation is doing right now.
public sealed interface InstallProgress {
    /// @param bytes          of the file so far, with those of earlier tries
    /// @param totalBytes     of the file, if the server says so
    /// @param bytesPerSecond over the last seconds
    record Downloading(String file, long bytes, OptionalLong totalBytes, double bytesPerSecond, OptionalDouble secondsLeft)
            implements InstallProgress {}

    /// The authors' host gave nothing; another way is tried.
    ///
    /// @param reason a clause for the user
    record HostFailed(String reason) implements InstallProgress {}

    /// The user's own npm fetches a package; it does not say how far it is.
    record RunningNpm(String specification, double seconds) implements InstallProgress {}

    record Verifying(String file) implements InstallProgress {}

    /// Taking what is needed out of an archive.
    record Unpacking(String file) implements InstallProgress {}

    record Converting(String model) implements InstallProgress {}
}
