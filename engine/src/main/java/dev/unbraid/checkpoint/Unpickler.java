package dev.unbraid.checkpoint;

import dev.unbraid.checkpoint.PickleValue.Bool;
import dev.unbraid.checkpoint.PickleValue.Dict;
import dev.unbraid.checkpoint.PickleValue.Ignored;
import dev.unbraid.checkpoint.PickleValue.Int;
import dev.unbraid.checkpoint.PickleValue.None;
import dev.unbraid.checkpoint.PickleValue.Real;
import dev.unbraid.checkpoint.PickleValue.Sequence;
import dev.unbraid.checkpoint.PickleValue.Text;
import dev.unbraid.checkpoint.PickleValue.Tuple;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one pickle with a closed list of opcodes; what its names may mean is [PickleGlobals]'s to say.
///
/// A pickle is a program for a small stack machine, and Python's own would run whatever it names. This one has no way to.
final class Unpickler {
    /// A published checkpoint takes some 50,000 steps; the bound keeps a hostile one from filling the heap.
    private static final int MAX_STEPS = 500_000;
    private static final int MAX_MARKS = 1_000;
    private static final int MAX_PROTOCOL = 4;
    private static final int MAX_INTEGER_BYTES = 16;

    private final PickleInput in;
    private final PickleGlobals globals;
    private final Map<Integer, PickleValue> memo = new HashMap<>();
    private final Deque<List<PickleValue>> below = new ArrayDeque<>();
    private List<PickleValue> stack = new ArrayList<>();

    Unpickler(PickleInput in, PickleGlobals globals) {
        this.in = in;
        this.globals = globals;
    }

    PickleValue read() throws CheckpointException {
        for (int step = 0; step < MAX_STEPS; step++) {
            int opcode = in.unsignedByte();
            if (opcode == Opcode.STOP) {
                return pop();
            }
            if (!frame(opcode) && !scalar(opcode) && !memo(opcode) && !container(opcode) && !meaning(opcode)) {
                throw new CheckpointException(
                        "the checkpoint's pickle uses opcode 0x%02x, which no checkpoint needs; refused, nothing was run".formatted(opcode));
            }
        }
        throw new CheckpointException("the checkpoint's pickle takes more than %d steps; refused".formatted(MAX_STEPS));
    }

    private boolean frame(int opcode) throws CheckpointException {
        switch (opcode) {
            case Opcode.PROTO -> {
                int protocol = in.unsignedByte();
                if (protocol > MAX_PROTOCOL) {
                    throw new CheckpointException("the checkpoint uses pickle protocol %d; only up to %d is known"
                            .formatted(protocol, MAX_PROTOCOL));
                }
            }
            case Opcode.FRAME -> in.int64();
            case Opcode.MARK -> mark();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean scalar(int opcode) throws CheckpointException {
        switch (opcode) {
            case Opcode.NONE -> push(new None());
            case Opcode.NEWTRUE -> push(new Bool(true));
            case Opcode.NEWFALSE -> push(new Bool(false));
            case Opcode.BININT -> push(new Int(BigInteger.valueOf(in.int32())));
            case Opcode.BININT1 -> push(new Int(BigInteger.valueOf(in.unsignedByte())));
            case Opcode.BININT2 -> push(new Int(BigInteger.valueOf(in.unsignedShort())));
            case Opcode.LONG1 -> push(new Int(longInteger()));
            case Opcode.BINFLOAT -> push(new Real(in.bigEndianDouble()));
            case Opcode.BINUNICODE -> push(new Text(in.text(in.int32())));
            case Opcode.SHORT_BINUNICODE -> push(new Text(in.text(in.unsignedByte())));
            case Opcode.BINBYTES -> ignoreBytes(in.int32());
            case Opcode.SHORT_BINBYTES -> ignoreBytes(in.unsignedByte());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean memo(int opcode) throws CheckpointException {
        switch (opcode) {
            case Opcode.BINPUT -> memo.put(in.unsignedByte(), top());
            case Opcode.LONG_BINPUT -> memo.put(in.int32(), top());
            case Opcode.MEMOIZE -> memo.put(memo.size(), top());
            case Opcode.BINGET -> recall(in.unsignedByte());
            case Opcode.LONG_BINGET -> recall(in.int32());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean container(int opcode) throws CheckpointException {
        switch (opcode) {
            case Opcode.EMPTY_TUPLE -> push(new Tuple(List.of()));
            case Opcode.EMPTY_LIST -> push(new Sequence(new ArrayList<>()));
            case Opcode.EMPTY_DICT -> push(new Dict(new LinkedHashMap<>()));
            case Opcode.TUPLE -> push(new Tuple(popToMark()));
            case Opcode.TUPLE1 -> push(new Tuple(popLast(1)));
            case Opcode.TUPLE2 -> push(new Tuple(popLast(2)));
            case Opcode.TUPLE3 -> push(new Tuple(popLast(3)));
            case Opcode.APPEND -> append(popLast(1));
            case Opcode.APPENDS -> append(popToMark());
            case Opcode.SETITEM -> setItems(popLast(2));
            case Opcode.SETITEMS -> setItems(popToMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean meaning(int opcode) throws CheckpointException {
        switch (opcode) {
            case Opcode.GLOBAL -> push(globals.resolve(in.line(), in.line()));
            case Opcode.STACK_GLOBAL -> {
                List<PickleValue> names = popLast(2);
                push(globals.resolve(text(names.getFirst()), text(names.getLast())));
            }
            case Opcode.BINPERSID -> push(globals.persistent(pop()));
            case Opcode.REDUCE -> {
                List<PickleValue> call = popLast(2);
                push(globals.call(call.getFirst(), call.getLast()));
            }
            case Opcode.BUILD -> build();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// A state dict carries version numbers and a numpy type its byte order this way; neither is wanted.
    private void build() throws CheckpointException {
        pop();
        PickleValue target = top();
        if (!(target instanceof Dict) && !(target instanceof Ignored)) {
            throw new CheckpointException("the checkpoint's pickle sets the state of a %s; refused, nothing was run".formatted(target.kind()));
        }
    }

    private BigInteger longInteger() throws CheckpointException {
        int length = in.unsignedByte();
        if (length > MAX_INTEGER_BYTES) {
            throw new CheckpointException("the checkpoint's pickle holds an integer of %d bytes; refused".formatted(length));
        }
        byte[] bytes = in.take(length);
        byte[] reversed = new byte[length];
        for (int i = 0; i < length; i++) {
            reversed[i] = bytes[length - 1 - i];
        }
        return length == 0 ? BigInteger.ZERO : new BigInteger(reversed);
    }

    private void ignoreBytes(int length) throws CheckpointException {
        in.take(length);
        push(new Ignored());
    }

    private void append(List<PickleValue> items) throws CheckpointException {
        if (!(top() instanceof Sequence list)) {
            throw malformed("appends to a " + top().kind());
        }
        list.items().addAll(items);
    }

    private void setItems(List<PickleValue> pairs) throws CheckpointException {
        if (!(top() instanceof Dict dict)) {
            throw malformed("sets items of a " + top().kind());
        }
        if (pairs.size() % 2 != 0) {
            throw malformed("sets a key without a value");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            String key = switch (pairs.get(i)) {
                case Text text -> text.value();
                case Int number -> number.value().toString();
                case PickleValue other -> throw malformed("uses a %s as a key".formatted(other.kind()));
            };
            dict.entries().put(key, pairs.get(i + 1));
        }
    }

    private void mark() throws CheckpointException {
        if (below.size() == MAX_MARKS) {
            throw new CheckpointException("the checkpoint's pickle nests more than %d deep; refused".formatted(MAX_MARKS));
        }
        below.push(stack);
        stack = new ArrayList<>();
    }

    private List<PickleValue> popToMark() throws CheckpointException {
        if (below.isEmpty()) {
            throw malformed("closes what it never opened");
        }
        List<PickleValue> items = stack;
        stack = below.pop();
        return items;
    }

    private List<PickleValue> popLast(int count) throws CheckpointException {
        if (stack.size() < count) {
            throw malformed("takes more values than it has");
        }
        List<PickleValue> tail = stack.subList(stack.size() - count, stack.size());
        List<PickleValue> taken = List.copyOf(tail);
        tail.clear();
        return taken;
    }

    private void recall(int index) throws CheckpointException {
        PickleValue value = memo.get(index);
        if (value == null) {
            throw malformed("recalls value %d, which it never stored".formatted(index));
        }
        push(value);
    }

    private void push(PickleValue value) {
        stack.add(value);
    }

    private PickleValue pop() throws CheckpointException {
        return popLast(1).getFirst();
    }

    private PickleValue top() throws CheckpointException {
        if (stack.isEmpty()) {
            throw malformed("takes more values than it has");
        }
        return stack.getLast();
    }

    private static String text(PickleValue value) throws CheckpointException {
        if (value instanceof Text text) {
            return text.value();
        }
        throw malformed("names something by a " + value.kind());
    }

    private static CheckpointException malformed(String what) {
        return new CheckpointException("the checkpoint's pickle is malformed: it %s; download the file again".formatted(what));
    }
}
