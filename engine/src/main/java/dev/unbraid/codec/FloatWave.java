package dev.unbraid.codec;

import dev.unbraid.audio.AudioSpec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A WAV file of floats whose frames somebody else puts in their places, in any order, as interleaved little-endian float32.
///
/// What fills such a file for minutes need not be copied into another in the end. The header is the one that [AudioFiles#create] writes,
/// and so is the whole file.
public final class FloatWave {
    private static final OutputFormat FORMAT = new OutputFormat(Container.WAV, SampleFormat.FLOAT_32);
    private static final long FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final long ELSEWHERE = 0xFFFF_FFFFL;

    private final FileChannel channel;
    private final long soundStart;
    /// The chunk that tells how many frames there are; 0 if there is none.
    private final long fact;

    private FloatWave(FileChannel channel) throws IOException {
        this.channel = channel;
        long at = FIRST_CHUNK;
        long factAt = 0;
        for (String name = name(at); !name.equals("data"); name = name(at)) {
            if (name.equals("fact")) {
                factAt = at;
            }
            long size = bytes(at + Integer.BYTES, Integer.BYTES).getInt(0) & ELSEWHERE;
            at += CHUNK_HEADER + size + (size & 1);
        }
        fact = factAt;
        soundStart = at + CHUNK_HEADER;
    }

    /// Writes a header for no frames, over what has that name.
    ///
    /// @return where the first frame goes, in bytes
    /// @throws IOException if the file cannot be made; the message is a sentence for the user
    public static long begin(Path file, AudioSpec spec, Tags tags) throws IOException {
        AudioFiles.create(file, FORMAT, spec, tags).close();
        try (FileChannel channel = FileChannel.open(file)) {
            FloatWave empty = new FloatWave(channel);
            if (empty.soundStart != channel.size()) {
                throw new IllegalStateException("%s has something behind its sound".formatted(file));
            }
            return empty.soundStart;
        }
    }

    /// Has the header tell of all that has been put behind it.
    ///
    /// @throws IOException if the file is gone or cannot be written; the message is a sentence for the user
    public static void complete(Path file, AudioSpec spec) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            new FloatWave(channel).tell(spec);
        } catch (NoSuchFileException e) {
            throw new UnwritableAudioException(file, new IOException("No such file or directory", e));
        } catch (IOException e) {
            throw new UnwritableAudioException(file, e);
        }
    }

    private void tell(AudioSpec spec) throws IOException {
        long riff = channel.size() - CHUNK_HEADER;
        long sound = channel.size() - soundStart;
        long frames = sound / Float.BYTES / spec.channels();
        boolean fits = riff < ELSEWHERE;
        if (!fits) {
            // The header has a chunk in reserve that holds numbers of 64 bits.
            put(0, "RF64");
            put(FIRST_CHUNK, "ds64");
            ByteBuffer sizes = room(3 * Long.BYTES).putLong(riff).putLong(sound).putLong(frames).flip();
            channel.write(sizes, FIRST_CHUNK + CHUNK_HEADER);
        }
        put(Integer.BYTES, fits ? riff : ELSEWHERE);
        if (fact > 0) {
            put(fact + CHUNK_HEADER, fits ? frames : ELSEWHERE);
        }
        put(soundStart - Integer.BYTES, fits ? sound : ELSEWHERE);
    }

    private void put(long at, String name) throws IOException {
        channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)), at);
    }

    private void put(long at, long number) throws IOException {
        channel.write(room(Integer.BYTES).putInt((int) number).flip(), at);
    }

    private String name(long at) throws IOException {
        return StandardCharsets.US_ASCII.decode(bytes(at, Integer.BYTES)).toString();
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        ByteBuffer read = room(count);
        if (channel.read(read, at) < count) {
            throw new EOFException("The header of a WAV file ends at byte %d.".formatted(channel.size()));
        }
        return read.flip();
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
