package dev.unbraid.compute;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A TorchScript module made of source text and attributes, without weights: what `torch.jit.save` would write.
///
/// @param className  the module's class, as the source names it
/// @param source     one class in TorchScript's serialised dialect
/// @param attributes every attribute that the class declares: `Boolean`, `Integer`, `Double` or `String`
public record TorchScriptArchive(String className, String source, Map<String, Object> attributes) {
    public TorchScriptArchive {
        attributes = Map.copyOf(attributes);
    }

    /// @return the archive, a zip whose entries are all stored, as libtorch wants them
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "data.pkl", pickledModule());
            put(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            put(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            put(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
            put(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry("module/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        // A fixed time: the same module is the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /// Pickle, protocol 2: `NEWOBJ` of the class, then `BUILD` with a dictionary of its attributes.
    private byte[] pickledModule() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x80, 2});
        out.writeBytes("c__torch__\n" + className + "\n)");
        out.write(0x81);
        out.writeBytes("}(");
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            pickle(out, attribute.getKey());
            pickle(out, attribute.getValue());
        }
        out.writeBytes("ub.");
        return bytes.toByteArray();
    }

    private static void pickle(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case Boolean flag -> out.write(flag ? 0x88 : 0x89);
            case Integer number -> {
                out.writeByte('J');
                out.writeInt(Integer.reverseBytes(number));
            }
            case Double number -> {
                out.writeByte('G');
                out.writeDouble(number);
            }
            case String text -> {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeByte('X');
                out.writeInt(Integer.reverseBytes(utf8.length));
                out.write(utf8);
            }
            default -> throw new IllegalArgumentException("no attribute of type " + value.getClass());
        }
    }
}
