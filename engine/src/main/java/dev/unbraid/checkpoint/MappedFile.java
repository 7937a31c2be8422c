package dev.unbraid.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Opens a file for reading as one mapped buffer.
final class MappedFile {
    private MappedFile() {}

    /// @return the whole file, little-endian, read-only
    /// @throws CheckpointException if it is not there, not a file, empty, too large or unreadable; without the path
    static ByteBuffer open(Path file) throws CheckpointException {
        if (Files.isDirectory(file)) {
            throw new CheckpointException("this is a folder; name the checkpoint file in it");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size == 0) {
                throw new CheckpointException("the file is empty; download it again");
            }
            if (size > Integer.MAX_VALUE) {
                throw new CheckpointException("the file has %d bytes, more than the 2 GiB that a checkpoint may have".formatted(size));
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
        } catch (NoSuchFileException e) {
            throw new CheckpointException("there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new CheckpointException("you have no permission to read this file", e);
        } catch (IOException e) {
            throw new CheckpointException("the file cannot be read (%s)".formatted(e.getMessage()), e);
        }
    }

    /// @return the bytes from `start`, `length` long, as a little-endian view of its own
    static ByteBuffer slice(ByteBuffer file, int start, int length) {
        return file.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
