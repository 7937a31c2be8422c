package dev.unbraid.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// Writes pickles opcode by opcode, benign and hostile ones alike.
final class PickleBuilder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleBuilder() {
        op(Opcode.PROTO, 2);
    }

    static byte[] of(Consumer<PickleBuilder> content) {
        PickleBuilder builder = new PickleBuilder();
        content.accept(builder);
        return builder.op(Opcode.STOP).bytes();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    PickleBuilder op(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    PickleBuilder int32(int opcode, int value) {
        op(opcode);
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, value).array());
        return this;
    }

    PickleBuilder number(int value) {
        return int32(Opcode.BININT, value);
    }

    PickleBuilder real(double value) {
        op(Opcode.BINFLOAT);
        out.writeBytes(ByteBuffer.allocate(8).putDouble(0, value).array());
        return this;
    }

    PickleBuilder text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int32(Opcode.BINUNICODE, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    PickleBuilder texts(List<String> texts) {
        op(Opcode.EMPTY_LIST, Opcode.MARK);
        texts.forEach(this::text);
        return op(Opcode.APPENDS);
    }

    PickleBuilder global(String module, String name) {
        op(Opcode.GLOBAL);
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    PickleBuilder numbers(long... values) {
        op(Opcode.MARK);
        for (long value : values) {
            byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value).array();
            op(Opcode.LONG1, 8);
            out.writeBytes(bytes);
        }
        return op(Opcode.TUPLE);
    }

    PickleBuilder storage(String type, String key, long elements) {
        op(Opcode.MARK).text("storage").global("torch", type).text(key).text("cpu");
        op(Opcode.LONG1, 8);
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, elements).array());
        return op(Opcode.TUPLE, Opcode.BINPERSID);
    }

    /// Calls `_rebuild_tensor_v2` as torch does.
    PickleBuilder tensor(Runnable storage, int offset, long[] sizes, long[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").op(Opcode.MARK);
        storage.run();
        number(offset).numbers(sizes).numbers(strides).op(Opcode.NEWFALSE);
        global("collections", "OrderedDict").op(Opcode.EMPTY_TUPLE, Opcode.REDUCE);
        return op(Opcode.TUPLE, Opcode.REDUCE);
    }

    PickleBuilder tensor(String type, String key, long elements, int offset, long[] sizes, long[] strides) {
        return tensor(() -> storage(type, key, elements), offset, sizes, strides);
    }

    PickleBuilder tensor(String type, String key, long size) {
        return tensor(type, key, size, 0, new long[] {size}, new long[] {1});
    }

    /// A demucs package with one keyword argument and the given state.
    static byte[] packageOf(Runnable state, PickleBuilder builder) {
        builder.op(Opcode.EMPTY_DICT, Opcode.MARK);
        builder.text("klass").global("demucs.htdemucs", "HTDemucs");
        builder.text("args").op(Opcode.EMPTY_TUPLE);
        builder.text("kwargs").op(Opcode.EMPTY_DICT).text("sources").texts(List.of("drums", "bass")).op(Opcode.SETITEM);
        builder.text("state").op(Opcode.EMPTY_DICT, Opcode.MARK);
        state.run();
        builder.op(Opcode.SETITEMS, Opcode.SETITEMS, Opcode.STOP);
        return builder.bytes();
    }

    static byte[] packageWithState(Consumer<PickleBuilder> state) {
        PickleBuilder builder = new PickleBuilder();
        return packageOf(() -> state.accept(builder), builder);
    }
}
