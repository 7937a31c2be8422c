package dev.unbraid.compute;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/// A loaded TorchScript module whose methods take a tensor and the weights, a `Dict[str, Tensor]`.
///
/// Used by one platform thread at a time: native code pins virtual ones. Only floats cross its border.
public final class ScriptModule implements AutoCloseable {
    /// Taking the pages anew costs as much as half a segment on a virtual machine, so seldom: in 48 runs the heap grows by 50 MB.
    private static final int RUNS_BETWEEN_GIVING_BACK = 48;

    private final NativeHeap heap = NativeHeap.ofThisProcess();
    private final ComputeDevice device;
    private final TorchScriptArchive archive;
    private final BatchSize batch;
    private final PtNDManager manager;
    private final PtSymbolBlock block;
    private final IValue weights;
    private final CallOff callOff = new CallOff();
    private int runs;

    /// Loads the module and hands the weights to its `prepare` method, whose answer it keeps instead of them.
    ///
    /// @param batch   how many inputs the device takes at once
    /// @param weights read once, name by name, so that they need not lie on the heap together
    public ScriptModule(TorchEngine engine, ComputeDevice device, TorchScriptArchive archive, BatchSize batch,
            Stream<Map.Entry<String, Tensor>> weights) {
        this.device = device;
        this.archive = archive;
        this.batch = batch;
        this.manager = engine.newManager(device);
        try (ByteArrayInputStream bytes = new ByteArrayInputStream(archive.toBytes());
                PtNDManager scope = manager.newSubManager(manager.getDevice())) {
            block = JniUtils.loadModule(manager, bytes, true, false);
            JniUtils.enableInferenceMode(block);
            Map<String, PtNDArray> state = new LinkedHashMap<>();
            weights.forEach(named -> state.put(named.getKey(), owned(scope, named.getValue())));
            if (device instanceof ComputeDevice.Cpu) {
                // On a GPU a segment is over before anybody calls it off, and every look would wait for the device.
                state.put(CallOff.WEIGHT, callOff.tensor(scope));
            }
            try (IValue raw = IValue.stringMapFrom(state)) {
                this.weights = call("prepare", raw);
            }
        } catch (IOException e) {
            manager.close();
            throw new UncheckedIOException(e);
        } catch (EngineException e) {
            manager.close();
            throw translated(e);
        }
    }

    /// Runs it as it is written. PyTorch would watch a graph's first run and rewrite it in the second, which costs a quarter of
    /// a second each and wins nothing: what could be rewritten is in the script already.
    private IValue call(String method, IValue... arguments) {
        // A thread's own setting.
        JniUtils.setGraphExecutorOptimize(false);
        return IValueUtils.runMethod(block, method, arguments);
    }

    /// Runs a method `(Tensor, Dict[str, Tensor]) -> Tensor`.
    public Tensor run(String method, Tensor input) {
        return run(method, List.of(input), () -> false).orElseThrow().getFirst();
    }

    /// As above for a method that looks at [CallOff#WEIGHT] now and then, where there is such a weight.
    ///
    /// @param inputs    of one shape, whose first dimension is 1; as many as the device takes run side by side
    /// @param calledOff asked some times a second, on another thread
    /// @return the answer to each; empty if the method gave up
    public Optional<List<Tensor>> run(String method, List<Tensor> inputs, BooleanSupplier calledOff) {
        List<Tensor> answers = new ArrayList<>();
        try (CallOff.Watch _ = callOff.watch(calledOff)) {
            while (answers.size() < inputs.size()) {
                answers.addAll(next(method, inputs.subList(answers.size(), inputs.size())));
            }
            return Optional.of(List.copyOf(answers));
        } catch (EngineException e) {
            if (callOff.isCause(e)) {
                return Optional.empty();
            }
            throw translated(e);
        }
    }

    /// How many inputs the device takes at once now.
    public int batch() {
        return batch.now();
    }

    /// @return the answers to the first ones
    private List<Tensor> next(String method, List<Tensor> inputs) {
        while (true) {
            batch.begin();
            try {
                List<Tensor> answers = compute(method, inputs.subList(0, Math.min(batch.now(), inputs.size())));
                batch.end();
                return answers;
            } catch (EngineException e) {
                if (!isLackOfMemory(e) || !batch.shrink()) {
                    throw e;
                }
            }
        }
    }

    private List<Tensor> compute(String method, List<Tensor> inputs) {
        try (NDManager scope = manager.newSubManager();
                IValue argument = IValue.from(side(scope, inputs));
                IValue answer = call(method, argument, weights)) {
            return inputs.size() == 1 ? List.of(floats(answer, scope)) : apart(answer, scope);
        } finally {
            if (++runs % RUNS_BETWEEN_GIVING_BACK == 0) {
                heap.giveBack();
            }
        }
    }

    /// Runs a method `(Tensor, Dict[str, Tensor]) -> Dict[str, Tensor]`.
    public Map<String, Tensor> runForMap(String method, Tensor input) {
        try (NDManager scope = manager.newSubManager();
                IValue argument = IValue.from(array(scope, input));
                IValue answer = call(method, argument, weights)) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            answer.toIValueMap().forEach((name, value) -> {
                try (value) {
                    tensors.put(name, floats(value, scope));
                }
            });
            return tensors;
        } catch (EngineException e) {
            throw translated(e);
        }
    }

    /// Writes a file that libtorch, and Python's `torch.jit.load`, run by itself: a module whose buffers are the prepared
    /// weights and whose attribute `net` is this one. Reads the weights back one by one.
    ///
    /// @param outer the module around this one, made from the weights' names; its source holds both classes, and each
    ///              weight is its buffer of [#bufferName]
    public void writeStandalone(OutputStream out, Function<List<String>, TorchScriptArchive> outer) throws IOException {
        try (NDManager scope = manager.newSubManager();
                ScriptZip zip = new ScriptZip(out)) {
            Map<String, IValue> prepared = new TreeMap<>(weights.toIValueMap());
            Optional.ofNullable(prepared.remove(CallOff.WEIGHT)).ifPresent(IValue::close);
            Map<String, Object> attributes = new LinkedHashMap<>();
            for (Map.Entry<String, IValue> weight : prepared.entrySet()) {
                try (IValue value = weight.getValue()) {
                    attributes.put(bufferName(weight.getKey()), zip.put(floats(value, scope)));
                }
            }
            TorchScriptArchive module = outer.apply(List.copyOf(prepared.keySet()));
            attributes.putAll(module.attributes());
            attributes.put("net", new ScriptPickle.Instance(archive.className(), archive.attributes()));
            zip.finish(module.source(), new ScriptPickle.Instance(module.className(), attributes));
        }
    }

    /// A weight's name as the name of a buffer, which may hold no dots.
    public static String bufferName(String weight) {
        return weight.replace(".", "__");
    }

    @Override
    public void close() {
        weights.close();
        block.close();
        manager.close();
        heap.giveBack();
    }

    /// Side by side along their first dimension.
    private static PtNDArray side(NDManager scope, List<Tensor> inputs) {
        return inputs.size() == 1 ? array(scope, inputs.getFirst())
                : (PtNDArray) NDArrays.concat(inputs.stream().map(it -> array(scope, it)).collect(NDList::new, NDList::add, NDList::addAll));
    }

    /// Copied one by one, so that no copy is larger than one.
    private static List<Tensor> apart(IValue answer, NDManager scope) {
        List<Tensor> tensors = new ArrayList<>();
        try (NDArray together = answer.toTensor((PtNDManager) scope)) {
            for (long i = 0; i < together.size(0); i++) {
                try (NDArray one = together.get(new NDIndex("{}:{}", i, i + 1))) {
                    tensors.add(floats(one));
                }
            }
        }
        return tensors;
    }

    private static PtNDArray array(NDManager scope, Tensor tensor) {
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        return (PtNDArray) scope.create(tensor.values(), new Shape(shape));
    }

    /// A copy in native memory. DJL's own array borrows a Java buffer, which the collector would free under `prepare`'s
    /// answer: what that passes on as it came shares the memory without keeping the array.
    private static PtNDArray owned(NDManager scope, Tensor tensor) {
        try (PtNDArray borrowing = array(scope, tensor)) {
            return (PtNDArray) borrowing.duplicate();
        }
    }

    private static Tensor floats(IValue value, NDManager scope) {
        try (NDArray array = value.toTensor((PtNDManager) scope)) {
            return floats(array);
        }
    }

    private static Tensor floats(NDArray array) {
        return new Tensor(array.toFloatArray(), Arrays.stream(array.getShape().getShape()).boxed().toList());
    }

    private RuntimeException translated(EngineException e) {
        return isLackOfMemory(e) ? new DeviceMemoryException(device, e) : e;
    }

    private static boolean isLackOfMemory(EngineException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("out of memory") || message.contains("not enough memory")
                || message.contains("can't allocate memory");
    }
}
