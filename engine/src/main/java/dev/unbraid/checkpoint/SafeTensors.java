package dev.unbraid.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A safetensors file: named tensors and a map of texts.
///
/// The format: the header's length (8 bytes), the header (JSON), then the tensors without holes.
public record SafeTensors(SortedMap<String, TensorData> tensors, SortedMap<String, String> metadata) {
    private static final int ALIGNMENT = 8;

    public SafeTensors {
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /// Maps `file`; the tensors are views of it.
    public static SafeTensors open(Path file) throws CheckpointException {
        try {
            return read(MappedFile.open(file));
        } catch (CheckpointException e) {
            throw new CheckpointException(file + ": " + e.getMessage(), e);
        }
    }

    /// Writes a new file, forced to the disk; the caller gives it its final name.
    public static void write(Path file, Collection<TensorData> tensors, Map<String, String> metadata) throws IOException {
        // The widest elements first: each tensor then starts at a multiple of its element's width.
        List<TensorData> ordered = new ArrayList<>(tensors);
        ordered.sort(Comparator.comparingInt((TensorData tensor) -> -tensor.type().bytes()).thenComparing(TensorData::name));
        byte[] header = header(ordered, metadata).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, header.length);
            writeFully(channel, length);
            writeFully(channel, ByteBuffer.wrap(header));
            for (TensorData tensor : ordered) {
                writeFully(channel, tensor.bytes());
            }
            channel.force(true);
        }
    }

    static SafeTensors read(ByteBuffer file) throws CheckpointException {
        return SafeTensorsHeader.read(file);
    }

    private static String header(List<TensorData> ordered, Map<String, String> metadata) {
        JsonObject header = new JsonObject();
        if (!metadata.isEmpty()) {
            JsonObject texts = new JsonObject();
            new TreeMap<>(metadata).forEach(texts::addProperty);
            header.add(SafeTensorsHeader.METADATA, texts);
        }
        long offset = 0;
        for (TensorData tensor : ordered) {
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", tensor.type().name());
            JsonArray shape = new JsonArray();
            tensor.shape().forEach(shape::add);
            entry.add("shape", shape);
            JsonArray offsets = new JsonArray();
            offsets.add(offset);
            offset += tensor.bytes().remaining();
            offsets.add(offset);
            entry.add("data_offsets", offsets);
            header.add(tensor.name(), entry);
        }
        String text = header.toString();
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return text + " ".repeat(Math.floorMod(-length, ALIGNMENT));
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
