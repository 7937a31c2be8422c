package dev.unbraid.compute;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stands for NVIDIA's driver where there is none: C functions of the same names and signatures, written in Java.
final class FakeDriver implements SymbolLookup {
    private static final long HANDLE = 100;

    private final List<Gpu> gpus;
    private final int version;
    private final long freeBytes;
    private final Map<String, MemorySegment> functions = new HashMap<>();
    /// What each function answers, 0 unless it is told here.
    private final Map<String, Integer> refusals = new HashMap<>();
    private int contexts;
    private int pushed;

    FakeDriver(int version, long freeBytes, Gpu... gpus) {
        this.version = version;
        this.freeBytes = freeBytes;
        this.gpus = List.of(gpus);
        for (String name : List.of("cuInit", "cuDriverGetVersion", "cuDeviceGetCount", "cuDeviceGet", "cuDeviceGetName",
                "cuDeviceTotalMem_v2", "cuDeviceGetAttribute", "cuDevicePrimaryCtxRetain", "cuDevicePrimaryCtxRelease_v2",
                "cuCtxPushCurrent_v2", "cuCtxPopCurrent_v2", "cuMemGetInfo_v2")) {
            functions.put(name, upcall(name));
        }
    }

    void refuse(String function, int answer) {
        refusals.put(function, answer);
    }

    void forget(String function) {
        functions.remove(function);
    }

    /// Those that are still held.
    int contexts() {
        return contexts + pushed;
    }

    @Override
    public Optional<MemorySegment> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    @SuppressWarnings({"restricted", "unused"}) // called by name
    private MemorySegment upcall(String name) {
        try {
            java.lang.reflect.Method method = List.of(FakeDriver.class.getDeclaredMethods()).stream()
                    .filter(it -> it.getName().equals(name)).findFirst().orElseThrow();
            MethodHandle handle = MethodHandles.lookup().unreflect(method).bindTo(this);
            MethodType type = handle.type();
            MemoryLayout[] layouts = type.parameterList().stream()
                    .map(it -> it == int.class ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS.withTargetLayout(
                            java.lang.foreign.MemoryLayout.sequenceLayout(256, ValueLayout.JAVA_BYTE)))
                    .toArray(MemoryLayout[]::new);
            return Linker.nativeLinker().upcallStub(
                    handle, FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts), Arena.ofAuto());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private int answer(String function) {
        return refusals.getOrDefault(function, 0);
    }

    private Gpu gpu(int device) {
        return gpus.get((int) (device - HANDLE));
    }

    int cuInit(int flags) {
        return answer("cuInit");
    }

    int cuDriverGetVersion(MemorySegment out) {
        out.set(ValueLayout.JAVA_INT, 0, version);
        return answer("cuDriverGetVersion");
    }

    int cuDeviceGetCount(MemorySegment out) {
        out.set(ValueLayout.JAVA_INT, 0, gpus.size());
        return answer("cuDeviceGetCount");
    }

    int cuDeviceGet(MemorySegment out, int index) {
        out.set(ValueLayout.JAVA_INT, 0, (int) (HANDLE + index));
        return answer("cuDeviceGet");
    }

    int cuDeviceGetName(MemorySegment out, int length, int device) {
        out.setString(0, gpu(device).name());
        return answer("cuDeviceGetName");
    }

    int cuDeviceTotalMem_v2(MemorySegment out, int device) {
        out.set(ValueLayout.JAVA_LONG, 0, gpu(device).bytes());
        return answer("cuDeviceTotalMem_v2");
    }

    int cuDeviceGetAttribute(MemorySegment out, int which, int device) {
        int capability = gpu(device).capability();
        out.set(ValueLayout.JAVA_INT, 0, switch (which) {
            case 75 -> capability / 10;
            case 76 -> capability % 10;
            default -> throw new AssertionError("attribute " + which);
        });
        return answer("cuDeviceGetAttribute");
    }

    int cuDevicePrimaryCtxRetain(MemorySegment out, int device) {
        contexts++;
        out.set(ValueLayout.JAVA_LONG, 0, HANDLE * device);
        return answer("cuDevicePrimaryCtxRetain");
    }

    int cuDevicePrimaryCtxRelease_v2(int device) {
        contexts--;
        return 0;
    }

    int cuCtxPushCurrent_v2(MemorySegment context) {
        pushed++;
        return context.address() == HANDLE * HANDLE ? 0 : 201;
    }

    int cuCtxPopCurrent_v2(MemorySegment out) {
        pushed--;
        return 0;
    }

    int cuMemGetInfo_v2(MemorySegment free, MemorySegment total) {
        free.set(ValueLayout.JAVA_LONG, 0, freeBytes);
        total.set(ValueLayout.JAVA_LONG, 0, gpus.getFirst().bytes());
        return answer("cuMemGetInfo_v2");
    }
}
