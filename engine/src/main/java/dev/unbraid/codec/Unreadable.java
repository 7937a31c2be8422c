package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_PATCHWELCOME;

import dev.unbraid.codec.UnreadableAudioException.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/// Finds out why a file cannot be read.
final class Unreadable {
    private Unreadable() {}

    /// The file system's own reasons, before a decoder is asked.
    static void requireFile(Path file) throws UnreadableAudioException {
        if (Files.isDirectory(file)) {
            throw new UnreadableAudioException(Reason.FOLDER, file);
        }
        try (InputStream in = Files.isRegularFile(file) || !Files.exists(file)
                ? Files.newInputStream(file)
                : InputStream.nullInputStream()) {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableAudioException(Reason.NO_FILE, file);
            }
            if (in.read() < 0) {
                throw new UnreadableAudioException(Reason.NO_BYTES, file);
            }
        } catch (UnreadableAudioException e) {
            throw e;
        } catch (IOException e) {
            throw unopened(file, e);
        }
    }

    static UnreadableAudioException unopened(Path file, IOException cause) {
        Reason reason = switch (cause) {
            case NoSuchFileException _ when Files.isSymbolicLink(file) -> Reason.LINK_TO_NOTHING;
            case NoSuchFileException _ -> Reason.NOT_THERE;
            case AccessDeniedException _ -> Reason.DENIED;
            case FileSystemException _ when Files.isSymbolicLink(file) -> Reason.LINK_TO_ITSELF;
            default -> Reason.NOT_OPENED;
        };
        return new UnreadableAudioException(reason, file, said(cause)).because(cause);
    }

    private static String said(IOException cause) {
        String reason = cause instanceof FileSystemException fileSystem ? fileSystem.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    static UnreadableAudioException refused(Path file, FfmpegException cause) {
        boolean unknownCodec = cause.code() == AVERROR_DECODER_NOT_FOUND || cause.code() == AVERROR_PATCHWELCOME;
        Reason reason = unknownCodec ? Reason.UNKNOWN_CODEC : beginsLikeMp4(file) ? Reason.WITHOUT_INDEX : Reason.UNKNOWN;
        return new UnreadableAudioException(reason, file).because(cause);
    }

    private static boolean beginsLikeMp4(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1).endsWith("ftyp");
        } catch (IOException e) {
            return false;
        }
    }

    static UnreadableAudioException withoutSound(Path file) {
        return new UnreadableAudioException(Reason.WITHOUT_SOUND, file);
    }

    static UnreadableAudioException empty(Path file) {
        return new UnreadableAudioException(Reason.NO_SAMPLES, file);
    }

    static UnreadableAudioException nothingDecoded(Path file, Decoder decoder) {
        if (!decoder.demuxer().isRecognised()) {
            return new UnreadableAudioException(Reason.UNKNOWN, file);
        }
        return decoder.brokenPackets() == 0 ? empty(file) : new UnreadableAudioException(Reason.NOTHING_DECODED, file);
    }

    static UnreadableAudioException interrupted(Path file, Duration at, FfmpegException cause) {
        return new UnreadableAudioException(
                Reason.INTERRUPTED, file, "%s (%s)".formatted(Damage.time(at), cause.getMessage())).because(cause);
    }
}
