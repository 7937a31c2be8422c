package dev.unbraid.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A real server on the loopback that serves files well or badly.
public final class FileServer implements AutoCloseable {
    public enum Ranges {
        SERVED,
        IGNORED
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile Ranges mode = Ranges.SERVED;
    private volatile int bytesPerRequest = Integer.MAX_VALUE;
    private volatile long pauseMillis;

    public FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public void put(String name, byte[] content) {
        files.put(name, content);
    }

    /// The next `times` responses end after `bytes` bytes, though they promise more.
    public void cut(int times, int bytes) {
        cuts.set(times);
        bytesPerRequest = bytes;
    }

    public void pause(long millisPerBlock) {
        pauseMillis = millisPerBlock;
    }

    public void ignoreRanges() {
        mode = Ranges.IGNORED;
    }

    /// @return the Range header of every request so far, or an empty text
    public List<String> ranges() {
        return ranges;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).orElse("");
        ranges.add(range);
        byte[] content = files.get(exchange.getRequestURI().getPath().substring(1));
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        int start = mode == Ranges.SERVED && !range.isEmpty() ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        if (start >= content.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (start > 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(start, content.length - 1, content.length));
        }
        exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
        int end = cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? Math.min(content.length, start + bytesPerRequest) : content.length;
        try (OutputStream out = exchange.getResponseBody()) {
            for (int at = start; at < end; at += 8192) {
                out.write(content, at, Math.min(8192, end - at));
                out.flush();
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
