package dev.unbraid.session;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.ResamplingSource;
import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/// From one sample rate to another, piece by piece: each piece is made with a filter of its own, that sees as much of
/// the sound around it as it reaches, and is what converting all of the sound in one go gives there.
///
/// @param from of the sound that is there
/// @param to   of the pieces
record RateChange(AudioSpec from, AudioSpec to) {
    /// More than the filter reaches to either side, at any rates in use.
    private static final int REACH_FRAMES = 4096;

    /// What goes out, from start to end; the arrays are borrowed.
    interface Sink {
        void accept(long startFrame, float[][] planes, int offset, int frames) throws IOException;
    }

    boolean isNone() {
        return from.sampleRate() == to.sampleRate();
    }

    /// The frames that a piece of the new sound is made of.
    FrameRange needed(FrameRange piece) {
        return new FrameRange(
                Math.floorDiv(piece.start() * from.sampleRate(), (long) to.sampleRate()) - REACH_FRAMES,
                Math.ceilDiv(piece.end() * from.sampleRate(), (long) to.sampleRate()) + REACH_FRAMES);
    }

    /// The new frames that change with some of the sound.
    FrameRange touched(FrameRange sound) {
        return lasting(new FrameRange(sound.start() - REACH_FRAMES, sound.end() + REACH_FRAMES));
    }

    /// The new frames in the time of some of the sound.
    FrameRange lasting(FrameRange sound) {
        return new FrameRange(converted(sound.start()), converted(sound.end()));
    }

    private long converted(long frame) {
        return Math.ceilDiv(frame * to.sampleRate(), (long) from.sampleRate());
    }

    /// Makes a piece of the new sound. What is not known of the sound around it is taken to be silent.
    ///
    /// @param known read of `sound`; nothing before frame 0
    void convert(MixTape sound, FrameRange known, FrameRange piece, Sink sink) throws IOException {
        int period = from.sampleRate() / BigInteger.valueOf(from.sampleRate())
                .gcd(BigInteger.valueOf(to.sampleRate())).intValueExact();
        // Where frames of both rates meet, so that the filter goes through the same phases as from the very start.
        long meeting = Math.floorDiv(known.start(), (long) period) * period;
        AudioSource stretch = new FittedChannels(new Stretch(sound, from, known, meeting), to.channels());
        try (AudioSource source = new ExactLength(
                new ResamplingSource(stretch, to.sampleRate()), piece.end() - converted(meeting))) {
            float[][] planes = new float[to.channels()][1 << 14];
            for (long at = converted(meeting); at < piece.end(); ) {
                int read = source.read(planes, 0, planes[0].length);
                int skipped = Math.clamp(piece.start() - at, 0, read);
                if (skipped < read) {
                    sink.accept(at + skipped, planes, skipped, read - skipped);
                }
                at += read;
            }
        }
    }

    /// What is known, and silence before it.
    private static final class Stretch implements AudioSource {
        private final MixTape sound;
        private final AudioSpec spec;
        private final FrameRange known;
        private long at;

        Stretch(MixTape sound, AudioSpec spec, FrameRange known, long start) {
            this.sound = sound;
            this.spec = spec;
            this.known = known;
            at = start;
        }

        @Override
        public AudioSpec spec() {
            return spec;
        }

        @Override
        public int read(float[][] planes, int offset, int count) throws IOException {
            if (at >= known.end()) {
                return -1;
            }
            int now;
            if (at < known.start()) {
                now = (int) Math.min(count, known.start() - at);
                for (float[] plane : planes) {
                    Arrays.fill(plane, offset, offset + now, 0);
                }
            } else {
                now = (int) Math.min(count, known.end() - at);
                sound.read(at, planes, offset, now);
            }
            at += now;
            return now;
        }

        @Override
        public void close() {}
    }
}
