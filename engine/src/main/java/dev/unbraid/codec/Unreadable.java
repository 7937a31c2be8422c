package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_PATCHWELCOME;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why a file cannot be read, as a sentence: what, where, and what to do.
final class Unreadable {
    private static final String READABLE = "a WAV, AIFF, FLAC, MP3, Ogg, Opus, M4A or WMA file, or a video with sound";

    private Unreadable() {}

    /// The file system's own reasons, before a decoder is asked.
    static void requireFile(Path file) throws UnreadableAudioException {
        if (Files.isDirectory(file)) {
            throw new UnreadableAudioException("%s is a folder. Name a sound file in it.".formatted(file));
        }
        try (InputStream in = Files.isRegularFile(file) || !Files.exists(file)
                ? Files.newInputStream(file)
                : InputStream.nullInputStream()) {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableAudioException(
                        "%s is a device or a pipe, not a file. Write the sound to a file first.".formatted(file));
            }
            if (in.read() < 0) {
                throw new UnreadableAudioException("%s is empty (0 bytes). Get the file again.".formatted(file));
            }
        } catch (UnreadableAudioException e) {
            throw e;
        } catch (IOException e) {
            throw unopened(file, e);
        }
    }

    static UnreadableAudioException unopened(Path file, IOException cause) {
        String sentence = switch (cause) {
            case NoSuchFileException _ when Files.isSymbolicLink(file) ->
                "%s is a link to a file that does not exist. Name the file itself.".formatted(file);
            case NoSuchFileException _ -> "%s does not exist. Check the name.".formatted(file);
            case AccessDeniedException _ ->
                "%s may not be read by you. Change its permissions, or copy it to a folder of yours.".formatted(file);
            case FileSystemException _ when Files.isSymbolicLink(file) ->
                "%s is a link that leads back to itself. Name the file itself.".formatted(file);
            default -> "%s cannot be opened (%s). Copy it to another folder or disk.".formatted(file, reason(cause));
        };
        return new UnreadableAudioException(sentence, cause);
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException fileSystem ? fileSystem.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    static UnreadableAudioException refused(Path file, FfmpegException cause) {
        if (cause.code() == AVERROR_DECODER_NOT_FOUND || cause.code() == AVERROR_PATCHWELCOME) {
            return new UnreadableAudioException(
                    "%s holds sound in a codec that is unknown here, or protected against copying. Use %s."
                            .formatted(file, READABLE), cause);
        }
        if (beginsLikeMp4(file)) {
            return new UnreadableAudioException(
                    "%s is cut off or damaged: an MP4 file whose index (moov) is missing. Get the file again."
                            .formatted(file), cause);
        }
        return new UnreadableAudioException(unknown(file), cause);
    }

    private static String unknown(Path file) {
        return "%s is not sound in a format that is known here, or is damaged. Use %s.".formatted(file, READABLE);
    }

    private static boolean beginsLikeMp4(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1).endsWith("ftyp");
        } catch (IOException e) {
            return false;
        }
    }

    static UnreadableAudioException withoutSound(Path file) {
        return new UnreadableAudioException("%s has no sound in it. Use %s.".formatted(file, READABLE));
    }

    static UnreadableAudioException empty(Path file) {
        return new UnreadableAudioException("%s lasts 0 samples. Get the file again.".formatted(file));
    }

    static UnreadableAudioException nothingDecoded(Path file, Decoder decoder) {
        if (!decoder.demuxer().isRecognised()) {
            return new UnreadableAudioException(unknown(file));
        }
        return decoder.brokenPackets() == 0
                ? empty(file)
                : new UnreadableAudioException(
                        "%s is damaged: none of its sound can be decoded. Get the file again.".formatted(file));
    }

    static UnreadableAudioException interrupted(Path file, String time, FfmpegException cause) {
        return new UnreadableAudioException(
                "%s could not be read further than %s (%s). Check the disk, then try again."
                        .formatted(file, time, cause.getMessage()), cause);
    }
}
