package dev.unbraid.app.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A real server on the loopback that sends one file, a block at a time, each when it is let.
final class SlowServer implements AutoCloseable {
    static final int BLOCK = 8192;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] content;
    private final Semaphore blocks = new Semaphore(0);
    private final List<String> ranges = new CopyOnWriteArrayList<>();

    SlowServer(byte[] content) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void let(int more) {
        blocks.release(more);
    }

    /// @return the Range header of every request so far, or an empty text
    List<String> ranges() {
        return ranges;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).orElse("");
        ranges.add(range);
        int start = range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (start > 0) {
            exchange.getResponseHeaders().set(
                    "Content-Range", "bytes %d-%d/%d".formatted(start, content.length - 1, content.length));
        }
        exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
        try (exchange; OutputStream out = exchange.getResponseBody()) {
            for (int at = start; at < content.length; at += BLOCK) {
                blocks.acquire();
                out.write(content, at, Math.min(BLOCK, content.length - at));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
