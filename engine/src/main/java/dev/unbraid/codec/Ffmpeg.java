package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import org.bytedeco.javacpp.BytePointer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Loads the native library, silences it, and looks at its answers.
final class Ffmpeg {
    static {
        // JavaCPP refuses to allocate once the whole process is larger than four times the Java heap. Ours is by
        // design: the network's memory is native, and the heap small.
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        av_log_set_level(AV_LOG_QUIET);
    }

    private Ffmpeg() {}

    /// To be called before anything else of the library is.
    static void load() {}

    /// @return `answer`, unless it is negative and thereby an error
    static int check(int answer) throws FfmpegException {
        if (answer < 0) {
            throw new FfmpegException(answer);
        }
        return answer;
    }

    /// Bytes rather than a string, which JavaCPP would hand over in the platform's own charset.
    static BytePointer utf8(String text) {
        return new BytePointer(text, StandardCharsets.UTF_8);
    }

    /// A name such as `concat:a.wav` is a file's name and nothing else; hence absolute, and with the protocol spelt out.
    static BytePointer url(Path file) {
        return utf8("file:" + file.toAbsolutePath());
    }
}
