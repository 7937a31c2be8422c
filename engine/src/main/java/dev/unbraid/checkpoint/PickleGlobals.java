package dev.unbraid.checkpoint;

import dev.unbraid.checkpoint.PickleValue.Dict;
import dev.unbraid.checkpoint.PickleValue.Fraction;
import dev.unbraid.checkpoint.PickleValue.Global;
import dev.unbraid.checkpoint.PickleValue.Ignored;
import dev.unbraid.checkpoint.PickleValue.Int;
import dev.unbraid.checkpoint.PickleValue.Storage;
import dev.unbraid.checkpoint.PickleValue.Tensor;
import dev.unbraid.checkpoint.PickleValue.Text;
import dev.unbraid.checkpoint.PickleValue.Tuple;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The allow-list: which names a checkpoint may use, and what they mean here. All else is refused by name.
final class PickleGlobals {
    /// Named, never called.
    private static final Set<String> CLASSES = Set.of("demucs.htdemucs.HTDemucs", "demucs.hdemucs.HDemucs", "demucs.demucs.Demucs");

    /// Numpy scalars among the training arguments: called, and the answer ignored.
    private static final Set<String> IGNORED = Set.of(
            "numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar", "numpy.dtype", "_codecs.encode");

    private static final Set<String> CALLED = Set.of(
            "collections.OrderedDict", "fractions.Fraction", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_parameter");

    private static final Pattern FRACTION = Pattern.compile("(-?\\d{1,9})(?:/(\\d{1,9}))?");

    private final Map<String, Storage> storages = new HashMap<>();

    Global resolve(String module, String name) throws CheckpointException {
        Global global = new Global(module, name);
        String dotted = global.dotted();
        if (CLASSES.contains(dotted) || IGNORED.contains(dotted) || CALLED.contains(dotted) || storageType(global).isPresent()) {
            return global;
        }
        throw new CheckpointException("the checkpoint's pickle names %s, which no checkpoint needs; it may be malicious, was refused, and nothing of it was run"
                .formatted(dotted));
    }

    PickleValue call(PickleValue callee, PickleValue arguments) throws CheckpointException {
        if (!(callee instanceof Global function) || !(arguments instanceof Tuple tuple)) {
            throw new CheckpointException("the checkpoint's pickle calls a %s with a %s; refused, nothing was run"
                    .formatted(callee.kind(), arguments.kind()));
        }
        List<PickleValue> given = tuple.items();
        return switch (function.dotted()) {
            case "collections.OrderedDict" -> emptyDict(given);
            case "fractions.Fraction" -> fraction(given);
            case "torch._utils._rebuild_tensor_v2" -> StridedTensor.rebuild(given);
            case "torch._utils._rebuild_parameter" -> parameter(given);
            case String name when IGNORED.contains(name) -> new Ignored();
            case String name -> throw new CheckpointException(
                    "the checkpoint's pickle calls %s, which may only be named; refused, nothing was run".formatted(name));
        };
    }

    /// A persistent id stands for a storage, or in the oldest files for a class with its source text.
    PickleValue persistent(PickleValue id) throws CheckpointException {
        if (id instanceof Tuple(List<PickleValue> parts) && parts.size() >= 2 && parts.getFirst() instanceof Text(String tag)) {
            if (tag.equals("module") && parts.get(1) instanceof Global named) {
                return named;
            }
            if (tag.equals("storage") && parts.size() >= 5) {
                return storage(parts);
            }
        }
        throw new CheckpointException("the checkpoint's pickle refers to something that is no storage; refused");
    }

    /// @return every storage that was named so far, by its key
    Map<String, Storage> storages() {
        return Map.copyOf(storages);
    }

    private Storage storage(List<PickleValue> parts) throws CheckpointException {
        if (!(parts.get(1) instanceof Global named) || !(parts.get(2) instanceof Text(String key)) || !(parts.get(4) instanceof Int count)) {
            throw new CheckpointException("the checkpoint's pickle describes a storage wrongly; download the file again");
        }
        ElementType type = storageType(named)
                .orElseThrow(() -> new CheckpointException("storage %s is of type %s, which is not supported".formatted(key, named.dotted())));
        if (parts.size() > 5 && !(parts.get(5) instanceof PickleValue.None)) {
            throw new CheckpointException("storage %s is a view of another one, which is not supported".formatted(key));
        }
        long elements = count.exact();
        if (elements < 0 || elements > Integer.MAX_VALUE / type.bytes()) {
            throw new CheckpointException("storage %s claims %d elements; refused".formatted(key, elements));
        }
        Storage storage = new Storage(type, key, elements);
        Storage before = storages.putIfAbsent(key, storage);
        if (before != null && !before.equals(storage)) {
            throw new CheckpointException("storage %s is described in two different ways; the file is damaged".formatted(key));
        }
        return storage;
    }

    private static Optional<ElementType> storageType(Global global) {
        return global.module().equals("torch") ? ElementType.ofTorchStorage(global.name()) : Optional.empty();
    }

    private static Dict emptyDict(List<PickleValue> arguments) throws CheckpointException {
        if (!arguments.isEmpty()) {
            throw new CheckpointException("the checkpoint's pickle fills an OrderedDict in a way that is not supported");
        }
        return new Dict(new LinkedHashMap<>());
    }

    private static Fraction fraction(List<PickleValue> arguments) throws CheckpointException {
        String text = switch (arguments) {
            case List<PickleValue> one when one.size() == 1 && one.getFirst() instanceof Text(String written) -> written;
            case List<PickleValue> two when two.size() == 2 && two.getFirst() instanceof Int n && two.getLast() instanceof Int d ->
                    n.exact() + "/" + d.exact();
            case List<PickleValue> other -> "of %d values".formatted(other.size());
        };
        Matcher parts = FRACTION.matcher(text);
        if (!parts.matches() || (parts.group(2) != null && Integer.parseInt(parts.group(2)) == 0)) {
            throw new CheckpointException("the checkpoint's pickle holds a fraction that is none; the file is damaged");
        }
        return new Fraction(parts.group(1) + "/" + (parts.group(2) == null ? "1" : parts.group(2)));
    }

    private static Tensor parameter(List<PickleValue> arguments) throws CheckpointException {
        if (!arguments.isEmpty() && arguments.getFirst() instanceof Tensor tensor) {
            return tensor;
        }
        throw new CheckpointException("the checkpoint's pickle holds a parameter without a tensor; the file is damaged");
    }
}
