package dev.unbraid.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/// The last that a process said to its standard error.
final class Tail {
    private static final int BYTES = 8 << 10;

    private final byte[] ring = new byte[BYTES];
    private long count;

    /// Reads until the end, on the thread that calls.
    void follow(InputStream in) {
        byte[] block = new byte[1 << 10];
        try (in) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                add(block, read);
            }
        } catch (IOException e) {
            // The process is gone, and what it said is here.
        }
    }

    private synchronized void add(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (count++ % BYTES)] = block[i];
        }
    }

    synchronized String text() {
        int length = (int) Math.min(count, BYTES);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((count - length + i) % BYTES)];
        }
        return new String(last, Charset.defaultCharset()).strip();
    }
}
