package dev.unbraid.playback;

import java.nio.ByteBuffer;

import javax.sound.sampled.AudioFormat;

/// How samples go to a sound line, best first.
enum SampleCode {
    FLOAT_32(32) {
        @Override
        void put(ByteBuffer into, float sample) {
            into.putFloat(sample);
        }
    },
    WHOLE_32(32) {
        @Override
        void put(ByteBuffer into, float sample) {
            // The cast keeps what is too loud at the loudest.
            into.putInt((int) Math.rint(sample * 0x1p31));
        }
    },
    WHOLE_24(24) {
        @Override
        void put(ByteBuffer into, float sample) {
            int step = rounded(sample, 0x1p23);
            into.putShort((short) step).put((byte) (step >> Short.SIZE));
        }
    },
    WHOLE_16(16) {
        @Override
        void put(ByteBuffer into, float sample) {
            into.putShort((short) rounded(sample, 0x1p15));
        }
    };

    private final int bits;

    SampleCode(int bits) {
        this.bits = bits;
    }

    /// Puts one sample into a little-endian buffer.
    abstract void put(ByteBuffer into, float sample);

    /// Stereo, interleaved.
    AudioFormat format(int sampleRate) {
        AudioFormat.Encoding encoding =
                this == FLOAT_32 ? AudioFormat.Encoding.PCM_FLOAT : AudioFormat.Encoding.PCM_SIGNED;
        int frameBytes = 2 * bits / Byte.SIZE;
        return new AudioFormat(encoding, sampleRate, bits, 2, frameBytes, sampleRate, false);
    }

    private static int rounded(float sample, double top) {
        return (int) Math.clamp(Math.rint(sample * top), -top, top - 1);
    }
}
