package dev.unbraid.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Fetches files whose content is known into one folder, where what is not yet whole stays between tries.
public final class PinnedDownload {
    private final Path folder;
    private final InstallControl control;

    public PinnedDownload(Path folder, InstallControl control) {
        this.folder = folder;
        this.control = control;
    }

    /// A file that is there already, put by hand perhaps, is only checked.
    ///
    /// @return the whole file, checked; empty if the user cancelled
    /// @throws IOException       if the folder cannot be written
    /// @throws TransferException if the network or the server fails, or the content is another
    public Optional<Path> fetch(PinnedFile wanted, URI source) throws IOException, TransferException {
        Files.createDirectories(folder);
        Path whole = folder.resolve(wanted.name());
        if (!Files.exists(whole)) {
            Path part = part(wanted);
            switch (download(source, part)) {
                case COMPLETE -> Files.move(part, whole);
                case CANCELLED -> {
                    return Optional.empty();
                }
            }
        }
        verify(wanted, whole);
        return control.isCancelled() ? Optional.empty() : Optional.of(whole);
    }

    private Transfer download(URI source, Path part) throws IOException, TransferException {
        try {
            return new HttpDownload(source, part, control).run();
        } finally {
            if (Files.exists(part) && Files.size(part) == 0) {
                Files.delete(part);
            }
        }
    }

    /// Deletes a file that is not what it should be.
    ///
    /// @throws TransferException if it was not
    public void verify(PinnedFile wanted, Path file) throws IOException, TransferException {
        control.report(new InstallProgress.Verifying(wanted.name()));
        if (!wanted.matches(Sha256.of(file))) {
            Files.delete(file);
            throw new TransferException("%s came with a wrong checksum and was deleted".formatted(wanted.name()));
        }
    }

    /// Deletes what was fetched of it.
    public void forget(PinnedFile file) throws IOException {
        Files.deleteIfExists(folder.resolve(file.name()));
        Files.deleteIfExists(part(file));
    }

    private Path part(PinnedFile file) {
        return folder.resolve(file.name() + ".part");
    }
}
