package dev.unbraid.compute;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The C library's heap, which PyTorch's tensors on the processor lie in.
///
/// The launcher makes it keep freed blocks, because the network asks for the same ones segment after segment. Now and
/// then a small block settles in a large gap and the heap grows by another large one: over hundreds of segments, by
/// hundreds of megabytes.
final class NativeHeap {
    private final Optional<MethodHandle> trim;

    private NativeHeap(Optional<MethodHandle> trim) {
        this.trim = trim;
    }

    /// glibc's; elsewhere there is nothing to call.
    @SuppressWarnings("restricted") // the launcher grants it
    static NativeHeap ofThisProcess() {
        Linker linker = Linker.nativeLinker();
        return new NativeHeap(linker.defaultLookup().find("malloc_trim").map(address -> linker.downcallHandle(
                address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG))));
    }

    /// Gives every free page back to the system, also those between blocks in use.
    void giveBack() {
        trim.ifPresent(NativeHeap::call);
    }

    private static void call(MethodHandle trim) {
        try {
            int _ = (int) trim.invokeExact(0L);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function threw", e);
        }
    }
}
