package dev.unbraid.install;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Takes one response's body to the end of a file that an earlier one may have begun.
///
/// Written by the client's threads; the counters may be read by any.
final class PartFile implements BodyHandler<Long> {
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final FileChannel channel;
    private final AtomicLong bytes;
    private final AtomicLong total = new AtomicLong(-1);
    private final AtomicBoolean startOver = new AtomicBoolean();
    private final AtomicReference<@Nullable IOException> diskFailure = new AtomicReference<>();

    PartFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.bytes = new AtomicLong(channel.size());
    }

    /// @return bytes in the file
    long bytes() {
        return bytes.get();
    }

    OptionalLong total() {
        long known = total.get();
        return known < 0 ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /// @return whether the server could not go on where the file ends, so that it was emptied
    boolean mustStartOver() {
        return startOver.get();
    }

    /// Throws what went wrong on the disk, if anything did.
    void checkDisk() throws IOException {
        IOException failure = diskFailure.get();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public BodySubscriber<Long> apply(ResponseInfo response) {
        try {
            if (accepts(response)) {
                return new Writer();
            }
        } catch (IOException e) {
            diskFailure.compareAndSet(null, e);
        }
        return BodySubscribers.replacing(0L);
    }

    private boolean accepts(ResponseInfo response) throws IOException {
        HttpHeaders headers = response.headers();
        String range = headers.firstValue("Content-Range").orElse("");
        return switch (response.statusCode()) {
            case OK -> {
                restart();
                total.set(headers.firstValueAsLong("Content-Length").orElse(-1));
                yield true;
            }
            case PARTIAL_CONTENT -> {
                if (!range.startsWith("bytes " + bytes.get() + "-")) {
                    restart();
                    startOver.set(true);
                    yield false;
                }
                total.set(length(range));
                yield true;
            }
            case RANGE_NOT_SATISFIABLE -> {
                total.set(length(range));
                if (total.get() != bytes.get()) {
                    restart();
                    startOver.set(true);
                }
                yield false;
            }
            default -> false;
        };
    }

    private void restart() throws IOException {
        channel.truncate(0);
        bytes.set(0);
    }

    /// @param range like `bytes 10-99/100`
    private static long length(String range) {
        String digits = range.substring(range.indexOf('/') + 1);
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private final class Writer implements BodySubscriber<Long> {
        private final CompletableFuture<Long> body = new CompletableFuture<>();
        private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

        @Override
        public CompletionStage<Long> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.set(given);
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> items) {
            try {
                for (ByteBuffer item : items) {
                    while (item.hasRemaining()) {
                        bytes.addAndGet(channel.write(item, bytes.get()));
                    }
                }
            } catch (IOException e) {
                diskFailure.compareAndSet(null, e);
                subscription.get().cancel();
                body.completeExceptionally(e);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.get());
        }
    }
}
