package dev.unbraid.install;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Downloads one file, going on where an earlier try ended.
public final class HttpDownload {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 100;
    private static final int TRIES = 5;
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final URI source;
    private final Path part;
    private final InstallControl control;

    /// @param part where the bytes go; what is in it already is not fetched again
    public HttpDownload(URI source, Path part, InstallControl control) {
        this.source = source;
        this.part = part;
        this.control = control;
    }

    /// @throws IOException       if the file cannot be written
    /// @throws TransferException if the network or the server fails; what came is kept
    public Transfer run() throws IOException, TransferException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel);
            for (int attempt = 1; attempt < TRIES; attempt++) {
                PartFile file = new PartFile(channel);
                long before = file.bytes();
                try {
                    Optional<Transfer> end = attempt(file);
                    if (end.isPresent()) {
                        return end.get();
                    }
                } catch (TransferException e) {
                    if (file.bytes() <= before) {
                        throw e;
                    }
                }
            }
            return attempt(new PartFile(channel)).orElseThrow(() -> new TransferException(host() + " does not deliver the file as it promises"));
        }
    }

    /// The lock ends with the channel.
    private static void lock(FileChannel channel) throws IOException, TransferException {
        try {
            if (channel.tryLock() == null) {
                throw new TransferException("another process is downloading it; wait for that one");
            }
        } catch (OverlappingFileLockException e) {
            throw new TransferException("it is being downloaded already; wait for that", e);
        }
    }

    /// @return empty if the server could not resume, and the file has to be fetched from its beginning
    private Optional<Transfer> attempt(PartFile file) throws IOException, TransferException {
        HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(SILENCE);
        if (file.bytes() > 0) {
            request.header("Range", "bytes=%d-".formatted(file.bytes()));
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NORMAL).build()) {
            try {
                Optional<Integer> status = await(client.sendAsync(request.build(), file), file);
                return status.isEmpty() ? Optional.of(Transfer.CANCELLED) : judge(status.get(), file);
            } finally {
                client.shutdownNow();
            }
        }
    }

    /// @return the response's status, or empty if the user cancelled
    private Optional<Integer> await(CompletableFuture<HttpResponse<Long>> response, PartFile file) throws IOException, TransferException {
        TransferRate rate = new TransferRate();
        try {
            while (true) {
                rate.add(System.nanoTime(), file.bytes());
                control.report(progress(file, rate));
                if (control.isCancelled()) {
                    response.cancel(true);
                    return Optional.empty();
                }
                if (rate.silentNanos() > SILENCE.toNanos()) {
                    throw new TransferException("%s has sent nothing for %d s".formatted(host(), SILENCE.toSeconds()));
                }
                if (isDone(response)) {
                    return Optional.of(response.get().statusCode());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            file.checkDisk();
            throw new TransferException(reason(e.getCause() == null ? e : e.getCause(), file), e);
        }
    }

    private static boolean isDone(CompletableFuture<?> response) throws InterruptedException, ExecutionException {
        try {
            response.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        }
    }

    private Optional<Transfer> judge(int status, PartFile file) throws IOException, TransferException {
        file.checkDisk();
        if (file.mustStartOver()) {
            return Optional.empty();
        }
        if (status != OK && status != PARTIAL_CONTENT && status != RANGE_NOT_SATISFIABLE) {
            throw new TransferException("%s answers with HTTP status %d".formatted(host(), status));
        }
        if (file.total().isPresent() && file.bytes() != file.total().getAsLong()) {
            throw new TransferException(brokeOff(file));
        }
        control.report(new InstallProgress.Downloading(name(), file.bytes(), OptionalLong.of(file.bytes()), 0, OptionalDouble.of(0)));
        return Optional.of(Transfer.COMPLETE);
    }

    private InstallProgress progress(PartFile file, TransferRate rate) {
        double speed = rate.bytesPerSecond();
        OptionalLong total = file.total();
        OptionalDouble left = total.isPresent() && speed > 0
                ? OptionalDouble.of((total.getAsLong() - file.bytes()) / speed)
                : OptionalDouble.empty();
        return new InstallProgress.Downloading(name(), file.bytes(), total, speed, left);
    }

    private String reason(Throwable failure, PartFile file) {
        if (failure instanceof HttpTimeoutException) {
            return "%s does not answer".formatted(host());
        }
        if (failure instanceof ConnectException) {
            return "%s cannot be reached".formatted(host());
        }
        return file.total().isPresent() ? brokeOff(file) : "%s cannot be read from (%s)".formatted(host(), failure.getMessage());
    }

    private String brokeOff(PartFile file) {
        return "the download from %s broke off after %d of %d bytes".formatted(host(), file.bytes(), file.total().orElse(0));
    }

    private String host() {
        return source.getHost() == null ? source.toString() : source.getHost();
    }

    private String name() {
        return source.getPath().substring(source.getPath().lastIndexOf('/') + 1);
    }
}
