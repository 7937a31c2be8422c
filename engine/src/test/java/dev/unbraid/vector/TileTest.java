package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class TileTest {
    /// In a process that is started as a worker is.
    @Test
    void theFirstTileOfAnArrayBeginsAtACacheLine() throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(VectorUnits.javaOptions());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Beginnings.class.getName()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out.lines()).hasSize(Beginnings.ARRAYS).containsOnly("0");
        assertThat(process.waitFor()).isZero();
    }

    /// Prints how far behind a cache line the first tiles of some arrays begin.
    static final class Beginnings {
        private static final int ARRAYS = 20;

        public static void main(String[] args) throws Throwable {
            // It returns where it was told to copy to; the number of bytes to copy is zero.
            var copy = Linker.nativeLinker().downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("memcpy"),
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG),
                    Linker.Option.critical(true));
            for (int i = 0; i < ARRAYS; i++) {
                MemorySegment room = MemorySegment.ofArray(Tile.room(i));
                long begin = (long) copy.invokeExact(room, room, 0L) + Float.BYTES * (long) Tile.FIRST;
                System.out.println(begin % (Float.BYTES * Tile.LINE));
            }
        }
    }
}
