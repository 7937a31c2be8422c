package dev.unbraid.checkpoint;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads and checks the header of a safetensors file: nothing overlaps, leaves a hole or lies outside.
///
/// The header is read as a stream, because a tree would silently keep the last of two equal names.
final class SafeTensorsHeader {
    static final String METADATA = "__metadata__";

    private static final int MAX_HEADER = 16 << 20;
    private static final int MAX_RANK = 8;

    private record Entry(String name, ElementType type, List<Integer> shape, long begin, long end) {}

    private final List<Entry> entries = new ArrayList<>();
    private final SortedMap<String, String> metadata = new TreeMap<>();

    private SafeTensorsHeader() {}

    /// @return whether `file` begins like one
    static boolean recognises(ByteBuffer file) {
        return file.limit() > Long.BYTES
                && file.getLong(0) > 0
                && file.getLong(0) <= 0xffff_ffffL
                && file.get(Long.BYTES) == '{';
    }

    static SafeTensors read(ByteBuffer file) throws CheckpointException {
        if (file.limit() < Long.BYTES) {
            throw new CheckpointException("the file is too short for safetensors; download it again");
        }
        long length = file.getLong(0);
        if (length < 2 || length > MAX_HEADER || length > file.limit() - Long.BYTES) {
            throw new CheckpointException("the safetensors header claims %d bytes, but the file has %d; it is truncated or damaged"
                    .formatted(length, file.limit()));
        }
        SafeTensorsHeader header = new SafeTensorsHeader();
        header.parse(text(MappedFile.slice(file, Long.BYTES, (int) length)));
        int start = Long.BYTES + (int) length;
        return header.tensors(MappedFile.slice(file, start, file.limit() - start));
    }

    private static String text(ByteBuffer bytes) throws CheckpointException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new CheckpointException("the safetensors header is not text; the file is damaged", e);
        }
    }

    private void parse(String text) throws CheckpointException {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            TreeMap<String, Boolean> seen = new TreeMap<>();
            while (json.hasNext()) {
                String name = json.nextName();
                if (seen.put(name, true) != null) {
                    throw new CheckpointException("the safetensors header names %s twice; refused".formatted(name));
                }
                if (name.equals(METADATA)) {
                    readMetadata(json);
                } else {
                    entries.add(entry(json, name));
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalStateException("goes on behind its end");
            }
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new CheckpointException("the safetensors header is malformed; the file is damaged", e);
        }
    }

    private void readMetadata(JsonReader json) throws IOException, CheckpointException {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (metadata.put(name, json.nextString()) != null) {
                throw new CheckpointException("the safetensors metadata name %s twice; refused".formatted(name));
            }
        }
        json.endObject();
    }

    private static Entry entry(JsonReader json, String name) throws IOException, CheckpointException {
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "dtype" -> dtype = json.nextString();
                case "shape" -> shape = longs(json);
                case "data_offsets" -> offsets = longs(json);
                default -> throw new CheckpointException("the safetensors header describes tensor %s wrongly".formatted(name));
            }
        }
        json.endObject();
        String type = dtype;
        ElementType known = ElementType.named(type)
                .orElseThrow(() -> new CheckpointException("tensor %s has type `%s`, which is not supported".formatted(name, type)));
        if (offsets.size() != 2 || shape.size() > MAX_RANK || shape.stream().anyMatch(size -> size < 0 || size > Integer.MAX_VALUE)) {
            throw new CheckpointException("the safetensors header describes tensor %s wrongly".formatted(name));
        }
        return new Entry(name, known, shape.stream().map(Long::intValue).toList(), offsets.getFirst(), offsets.getLast());
    }

    private static List<Long> longs(JsonReader json) throws IOException {
        List<Long> longs = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            longs.add(json.nextLong());
        }
        json.endArray();
        return longs;
    }

    private SafeTensors tensors(ByteBuffer bytes) throws CheckpointException {
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        SortedMap<String, TensorData> tensors = new TreeMap<>();
        long expected = 0;
        for (Entry entry : entries) {
            if (entry.begin != expected || entry.end < entry.begin || entry.end > bytes.limit()) {
                throw new CheckpointException(
                        "tensor %s lies at %d to %d where %d was expected in %d bytes: it overlaps, leaves a hole or ends behind the file; refused"
                                .formatted(entry.name, entry.begin, entry.end, expected, bytes.limit()));
            }
            if (entry.end - entry.begin != length(entry)) {
                throw new CheckpointException("tensor %s %s%s has %d bytes; the file is damaged"
                        .formatted(entry.name, entry.type, entry.shape, entry.end - entry.begin));
            }
            expected = entry.end;
            tensors.put(entry.name, new TensorData(entry.name, entry.type, entry.shape,
                    bytes.slice((int) entry.begin, (int) (entry.end - entry.begin))));
        }
        if (expected != bytes.limit()) {
            throw new CheckpointException("%d bytes behind the last tensor belong to none; the file is damaged"
                    .formatted(bytes.limit() - expected));
        }
        return new SafeTensors(tensors, metadata);
    }

    /// @return bytes, or -1 where no file could hold them
    private static long length(Entry entry) {
        long length = entry.shape.contains(0) ? 0 : entry.type.bytes();
        for (int size : entry.shape) {
            length *= size;
            if (length > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return length;
    }
}
