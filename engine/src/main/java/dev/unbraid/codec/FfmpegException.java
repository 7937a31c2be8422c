package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The native library refused. The message is its own; who knows the file makes a sentence of it.
final class FfmpegException extends IOException {
    private static final long serialVersionUID = 1;
    private static final int NO_SPACE = 28;
    private static final Set<Integer> QUOTA_REACHED = Set.of(122, 69); // Linux, macOS

    private final int code;

    FfmpegException(int code) {
        super(text(code));
        this.code = code;
    }

    int code() {
        return code;
    }

    boolean meansNoRoom() {
        return code == -NO_SPACE || QUOTA_REACHED.contains(-code);
    }

    private static String text(int code) {
        byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
        av_strerror(code, text, text.length);
        return new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
