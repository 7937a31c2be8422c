package dev.unbraid.compute;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A TorchScript module made of source text and attributes, without weights: what `torch.jit.save` would write.
///
/// @param className  the module's class, as the source names it
/// @param source     one class in TorchScript's serialised dialect
/// @param attributes every attribute that the class declares: `Boolean`, `Integer`, `Double` or `String`
public record TorchScriptArchive(String className, String source, Map<String, Object> attributes) {
    public TorchScriptArchive {
        attributes = Map.copyOf(attributes);
    }

    /// Source text that lies beside a class of this module.
    public static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the archive, a zip whose entries are all stored, as libtorch wants them
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ScriptZip zip = new ScriptZip(bytes)) {
            zip.finish(source, new ScriptPickle.Instance(className, attributes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
