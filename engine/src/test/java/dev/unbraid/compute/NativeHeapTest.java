package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class NativeHeapTest {
    private static final int BLOCK = 100_000;
    private static final int BLOCKS = 2_000;

    @Test
    void pagesBetweenBlocksInUseGoBackToTheSystem() throws Throwable {
        assumeTrue(Files.exists(Path.of("/proc/self/statm")), "only Linux tells the resident size");
        Linker linker = Linker.nativeLinker();
        var lookup = linker.defaultLookup();
        assumeTrue(lookup.find("malloc_trim").isPresent(), "this C library has no malloc_trim");
        var allocate = linker.downcallHandle(lookup.findOrThrow("malloc"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        var free = linker.downcallHandle(lookup.findOrThrow("free"), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        List<MemorySegment> blocks = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            var block = (MemorySegment) allocate.invokeExact((long) BLOCK);
            block.reinterpret(BLOCK).fill((byte) 1);
            blocks.add(block);
        }
        for (int i = 0; i < BLOCKS; i++) {
            if (i % 10 != 0) {
                free.invokeExact(blocks.get(i));
            }
        }
        long before = residentPages();
        NativeHeap.ofThisProcess().giveBack();
        long givenBack = (before - residentPages()) * 4096;
        for (int i = 0; i < BLOCKS; i += 10) {
            free.invokeExact(blocks.get(i));
        }
        assertThat(givenBack).isGreaterThan((long) BLOCK * BLOCKS / 2);
    }

    private static long residentPages() throws IOException {
        return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
    }
}
