package dev.unbraid.compute;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Pickle, protocol 2, as libtorch reads it: a TorchScript object is `NEWOBJ` of its class, then `BUILD` with a
/// dictionary of its attributes.
final class ScriptPickle {
    /// An object of a class of the source.
    record Instance(String className, Map<String, Object> attributes) {}

    /// A tensor of 32-bit floats whose values are the archive's entry `data/<storage>`, in row order.
    record Stored(int storage, List<Long> shape) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private ScriptPickle() {}

    static byte[] of(Instance module) throws IOException {
        ScriptPickle pickle = new ScriptPickle();
        pickle.out.write(new byte[] {(byte) 0x80, 2});
        pickle.instance(module);
        pickle.out.writeByte('.');
        return pickle.bytes.toByteArray();
    }

    private void instance(Instance object) throws IOException {
        out.writeBytes("c__torch__\n" + object.className() + "\n)");
        out.write(0x81);
        out.writeBytes("}(");
        for (Map.Entry<String, Object> attribute : object.attributes().entrySet()) {
            text(attribute.getKey());
            value(attribute.getValue());
        }
        out.writeBytes("ub");
    }

    private void value(Object value) throws IOException {
        switch (value) {
            case Boolean flag -> out.write(flag ? 0x88 : 0x89);
            case Integer number -> integer(number);
            case Double number -> {
                out.writeByte('G');
                out.writeDouble(number);
            }
            case String text -> text(text);
            case Stored tensor -> tensor(tensor);
            case Instance object -> instance(object);
            default -> throw new IllegalArgumentException("no attribute of type " + value.getClass());
        }
    }

    private void integer(int number) throws IOException {
        out.writeByte('J');
        out.writeInt(Integer.reverseBytes(number));
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('X');
        out.writeInt(Integer.reverseBytes(utf8.length));
        out.write(utf8);
    }

    /// `_rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, backward_hooks)`
    private void tensor(Stored tensor) throws IOException {
        out.writeBytes("ctorch._utils\n_rebuild_tensor_v2\n((");
        text("storage");
        out.writeBytes("ctorch\nFloatStorage\n");
        text(Integer.toString(tensor.storage()));
        text("cpu");
        integer(Math.toIntExact(tensor.shape().stream().reduce(1L, Math::multiplyExact)));
        out.writeBytes("tQ");
        integer(0);
        out.writeByte('(');
        for (long size : tensor.shape()) {
            integer(Math.toIntExact(size));
        }
        out.writeBytes("t(");
        for (int axis = 0; axis < tensor.shape().size(); axis++) {
            integer(Math.toIntExact(tensor.shape().stream().skip(axis + 1L).reduce(1L, Math::multiplyExact)));
        }
        out.writeByte('t');
        out.write(0x89);
        out.writeBytes("ccollections\nOrderedDict\n)RtR");
    }
}
