package dev.unbraid.install;

/// A file whose content is known beforehand.
///
/// @param name   file name, without folders
/// @param sha256 in lower-case hex: all 64 digits, or as many of the first as are known, at least 8
/// @param bytes  size, for progress and room; only approximate unless all of `sha256` is known
public record PinnedFile(String name, String sha256, long bytes) {
    public PinnedFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._+-]*")) {
            throw new IllegalArgumentException("file name " + name);
        }
        if (!sha256.matches("[0-9a-f]{8,64}")) {
            throw new IllegalArgumentException("sha256 " + sha256);
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes " + bytes);
        }
    }

    /// @param found a whole sha256 in lower-case hex
    public boolean matches(String found) {
        return found.startsWith(sha256);
    }
}
