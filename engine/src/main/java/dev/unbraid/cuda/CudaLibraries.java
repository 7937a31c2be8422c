package dev.unbraid.cuda;

import dev.unbraid.audio.NoRoomException;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.TorchEngine;
import dev.unbraid.install.InstallControl;
import dev.unbraid.install.InstallProgress;
import dev.unbraid.install.PinnedDownload;
import dev.unbraid.install.StagingFolder;
import dev.unbraid.install.Transfer;
import dev.unbraid.install.TransferException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/// PyTorch's libraries for NVIDIA GPUs in one user's folder.
public final class CudaLibraries {
    /// PyTorch's version and CUDA's.
    private static final String VERSION = "2.7.1-cu128";
    private static final String DOWNLOADS = ".downloads";
    /// What is fetched and what it unpacks to are on the disk together; libraries shrink to half or less in a wheel.
    private static final int ROOM_FACTOR = 3;

    private final Path folder;
    private final CudaSet set;

    /// @param folder for them alone
    public CudaLibraries(Path folder, CudaSet set) {
        this.folder = folder;
        this.set = set;
    }

    public CudaSet set() {
        return set;
    }

    /// Where PyTorch's own are as soon as they are installed; those of NVIDIA lie where these look for them.
    ///
    /// @param folder as for the constructor
    public static Path libtorch(Path folder) {
        return folder.resolve(VERSION).resolve("torch").resolve("lib");
    }

    public boolean areInstalled() {
        return Files.isDirectory(home());
    }

    /// Fetches, checks and unpacks them; what is fetched stays until all is there. Those that are
    /// installed stay, and are tried again if they did not load.
    ///
    /// @throws IOException                if the folder cannot be written
    /// @throws DeviceUnavailableException if they cannot be fetched
    public Transfer install(InstallControl control) throws IOException, DeviceUnavailableException {
        StagingFolder.cleanUp(folder);
        if (areInstalled()) {
            TorchEngine.tryAgain(libtorch(folder));
            return Transfer.COMPLETE;
        }
        Files.createDirectories(folder);
        requireRoom();
        PinnedDownload downloads = new PinnedDownload(downloads(), control);
        try (StagingFolder staging = StagingFolder.in(folder)) {
            for (CudaWheel wheel : set.wheels()) {
                Optional<Path> fetched = fetch(downloads, wheel);
                if (fetched.isEmpty()) {
                    return Transfer.CANCELLED;
                }
                control.report(new InstallProgress.Unpacking(wheel.file().name()));
                CudaWheel.unpack(fetched.get(), staging.path().resolve(VERSION));
            }
            Files.move(staging.path().resolve(VERSION), home(), StandardCopyOption.ATOMIC_MOVE);
        }
        for (CudaWheel wheel : set.wheels()) {
            downloads.forget(wheel.file());
        }
        return Transfer.COMPLETE;
    }

    private Optional<Path> fetch(PinnedDownload downloads, CudaWheel wheel) throws IOException, DeviceUnavailableException {
        try {
            return downloads.fetch(wheel.file(), wheel.source());
        } catch (TransferException e) {
            throw new DeviceUnavailableException(
                    "The libraries for GPUs cannot be installed: %s. Try again later, or put %s into %s by hand and then run `unbraid gpu install` again."
                            .formatted(e.getMessage(), wheel.source(), downloads()), e);
        }
    }

    /// Room for all, less what is fetched already.
    long bytesNeeded() throws IOException {
        long fetched = 0;
        if (Files.isDirectory(downloads())) {
            try (Stream<Path> files = Files.list(downloads())) {
                fetched = files.mapToLong(file -> file.toFile().length()).sum();
            }
        }
        return Math.max(0, set.bytes() * ROOM_FACTOR - fetched);
    }

    private void requireRoom() throws IOException {
        long needed = bytesNeeded();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new NoRoomException(new NoRoomException.Lack.Disk(folder.toString(), needed, free),
                    "%s: about %,d MB are needed for the libraries for GPUs while they are installed, but only %,d MB are free; free some room and try again."
                            .formatted(folder, Math.ceilDiv(needed, 1_000_000), free / 1_000_000));
        }
    }

    /// Deletes them, and what was fetched of them.
    ///
    /// @return whether there was anything
    public boolean remove() throws IOException {
        StagingFolder.cleanUp(folder);
        boolean any = areInstalled() || Files.isDirectory(downloads());
        if (any) {
            // Out of sight at once: half a set would not load.
            try (StagingFolder leaving = StagingFolder.in(folder)) {
                move(home(), leaving);
                move(downloads(), leaving);
            }
        }
        return any;
    }

    private static void move(Path part, StagingFolder leaving) throws IOException {
        if (Files.isDirectory(part)) {
            Files.move(part, leaving.path().resolve(part.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path home() {
        return folder.resolve(VERSION);
    }

    private Path downloads() {
        return folder.resolve(DOWNLOADS);
    }
}
