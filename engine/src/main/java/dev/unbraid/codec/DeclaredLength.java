package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VORBIS;
import static org.bytedeco.ffmpeg.global.avcodec.av_get_exact_bits_per_sample;

import dev.unbraid.audio.AudioSpec;

import java.nio.file.Path;
import java.util.OptionalLong;

/// How long a file says that it is, and how far that can be trusted.
///
/// @param promised        frames, by the file's own word
/// @param possible        frames that a file of this size can hold at most
/// @param ending          what the promise tells of the last packet's padding
/// @param toleranceFrames how much less than promised is still no loss
record DeclaredLength(OptionalLong promised, long possible, Ending ending, long toleranceFrames) {
    /// Two or three packets: codecs that count in packets promise their padding too.
    private static final long LOSSY_TOLERANCE_FRAMES = 4096;

    /// Where the sound ends that the last packet begins.
    private enum Ending {
        /// With the packet: the library has trimmed it, or nobody knows. AAC in MP4 too, up to a packet after the edit's
        /// end: so does everyone who reads through FFmpeg, and stems must be as long as those made elsewhere.
        AS_DECODED,
        AS_PROMISED;

        static Ending of(int codec, String container) {
            return codec == AV_CODEC_ID_VORBIS && container.equals("ogg") ? AS_PROMISED : AS_DECODED;
        }
    }

    static DeclaredLength of(Path file, Demuxer demuxer, AudioSpec spec) {
        int codec = demuxer.stream().codecpar().codec_id();
        int bits = av_get_exact_bits_per_sample(codec);
        boolean lossless = FormatNames.isLossless(codec);
        String container = demuxer.containerNames();
        if (bits < 8) {
            return new DeclaredLength(demuxer.promisedFrames(spec.sampleRate()), Long.MAX_VALUE,
                    Ending.of(codec, container), lossless ? 0 : LOSSY_TOLERANCE_FRAMES);
        }
        long frameBits = (long) bits * spec.channels();
        OptionalLong promised = demuxer.promisedFrames(spec.sampleRate());
        if (container.equals("wav") || container.equals("w64")) {
            OptionalLong bytes = WaveHeader.soundBytes(file);
            promised = bytes.isEmpty() ? bytes : OptionalLong.of(bytes.getAsLong() / (frameBits / 8));
        }
        return new DeclaredLength(promised, file.toFile().length() * 8 / frameBits, Ending.AS_DECODED, 0);
    }

    boolean isNothing() {
        return promised.isPresent() && promised.getAsLong() == 0;
    }

    OptionalLong plausible() {
        return promised.isPresent() && promised.getAsLong() > possible ? OptionalLong.empty() : promised;
    }

    /// @return how many frames at the end of `decoded` are padding; more than a block when the promise is a lie
    long surplus(long decoded) {
        if (promised.isEmpty()) {
            return 0;
        }
        long end = promised.getAsLong();
        return switch (ending) {
            case AS_DECODED -> 0;
            case AS_PROMISED -> Math.max(0, decoded - end);
        };
    }

    long missing(long decoded) {
        long less = promised.orElse(decoded) - decoded;
        return less > toleranceFrames ? less : 0;
    }
}
