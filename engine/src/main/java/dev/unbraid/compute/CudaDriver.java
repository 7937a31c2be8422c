package dev.unbraid.compute;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// NVIDIA's driver, asked itself: it is there wherever a GPU can be used, also before PyTorch's libraries for it are.
///
/// The functions are those of CUDA's driver interface, which answer 0 when all is well. Any thread.
final class CudaDriver {
    /// On Linux and on Windows.
    private static final List<String> LIBRARIES = List.of("libcuda.so.1", "nvcuda.dll");
    private static final int MAJOR_CAPABILITY = 75;
    private static final int MINOR_CAPABILITY = 76;
    private static final int NAME_BYTES = 256;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;

    private final SymbolLookup functions;
    private final int version;
    private final List<Gpu> gpus;

    private CudaDriver(SymbolLookup functions, Arena arena) throws RefusedException {
        this.functions = functions;
        call("cuInit", 0);
        MemorySegment number = arena.allocate(INT);
        call("cuDriverGetVersion", number);
        version = number.get(INT, 0);
        call("cuDeviceGetCount", number);
        int count = number.get(INT, 0);
        List<Gpu> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(gpu(i, arena));
        }
        gpus = List.copyOf(found);
    }

    /// A function that is not there or did not do it.
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /// Empty where there is none, or none that works.
    @SuppressWarnings("restricted") // the launcher grants it
    static Optional<CudaDriver> ofThisMachine() {
        for (String library : LIBRARIES) {
            try {
                return of(SymbolLookup.libraryLookup(library, Arena.global()));
            } catch (IllegalArgumentException e) {
                // There is none of this name.
            }
        }
        return Optional.empty();
    }

    /// @param functions the driver's library
    static Optional<CudaDriver> of(SymbolLookup functions) {
        try (Arena arena = Arena.ofConfined()) {
            return Optional.of(new CudaDriver(functions, arena));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /// Of CUDA, the newest that it serves: 1000 times the major one and ten times the minor one.
    int version() {
        return version;
    }

    List<Gpu> gpus() {
        return gpus;
    }

    /// Memory that nobody uses, in bytes; empty if the driver does not tell. Takes a little of it where this process does
    /// not use the GPU yet.
    OptionalLong freeBytes(int index) {
        try (Arena arena = Arena.ofConfined()) {
            int device = device(index, arena);
            MemorySegment context = arena.allocate(ValueLayout.ADDRESS);
            call("cuDevicePrimaryCtxRetain", context, device);
            try {
                return OptionalLong.of(freeBytes(context.get(ValueLayout.ADDRESS, 0), arena));
            } finally {
                call("cuDevicePrimaryCtxRelease_v2", device);
            }
        } catch (RefusedException e) {
            return OptionalLong.empty();
        }
    }

    private long freeBytes(MemorySegment context, Arena arena) throws RefusedException {
        MemorySegment free = arena.allocate(SIZE);
        MemorySegment total = arena.allocate(SIZE);
        call("cuCtxPushCurrent_v2", context);
        try {
            call("cuMemGetInfo_v2", free, total);
            return free.get(SIZE, 0);
        } finally {
            call("cuCtxPopCurrent_v2", arena.allocate(ValueLayout.ADDRESS));
        }
    }

    private Gpu gpu(int index, Arena arena) throws RefusedException {
        int device = device(index, arena);
        MemorySegment name = arena.allocate(NAME_BYTES);
        call("cuDeviceGetName", name, NAME_BYTES, device);
        MemorySegment bytes = arena.allocate(SIZE);
        call("cuDeviceTotalMem_v2", bytes, device);
        int capability = 10 * attribute(MAJOR_CAPABILITY, device, arena) + attribute(MINOR_CAPABILITY, device, arena);
        return new Gpu(index, name.getString(0), bytes.get(SIZE, 0), capability);
    }

    private int device(int index, Arena arena) throws RefusedException {
        MemorySegment device = arena.allocate(INT);
        call("cuDeviceGet", device, index);
        return device.get(INT, 0);
    }

    private int attribute(int which, int device, Arena arena) throws RefusedException {
        MemorySegment value = arena.allocate(INT);
        call("cuDeviceGetAttribute", value, which, device);
        return value.get(INT, 0);
    }

    /// @param arguments addresses and ints, as the function takes them
    @SuppressWarnings("restricted") // the launcher grants it
    private void call(String function, Object... arguments) throws RefusedException {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = arguments[i] instanceof MemorySegment ? ValueLayout.ADDRESS : INT;
        }
        MemorySegment address = functions.find(function).orElseThrow(() -> new RefusedException(function + " is missing"));
        Object answer;
        try {
            answer = Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(INT, layouts)).invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function threw", e);
        }
        if (!Integer.valueOf(0).equals(answer)) {
            throw new RefusedException("%s answered %s".formatted(function, answer));
        }
    }
}
