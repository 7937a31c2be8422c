package dev.unbraid.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Planar floats to interleaved samples as the encoders take them: 16-bit whole numbers, 24-bit ones in the upper part
/// of 32 bits, or floats.
final class SampleQuantizer {
    private final SampleFormat format;
    private ByteBuffer packed = ByteBuffer.allocate(0);
    private long clippedSamples;

    SampleQuantizer(SampleFormat format) {
        this.format = format;
    }

    long clippedSamples() {
        return clippedSamples;
    }

    /// @return the samples, valid until the next call
    byte[] pack(float[][] planes, int offset, int frames) {
        int bytes = frames * planes.length * Integer.BYTES;
        if (packed.capacity() < bytes) {
            packed = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
        }
        packed.clear();
        for (int frame = offset; frame < offset + frames; frame++) {
            for (float[] plane : planes) {
                put(plane[frame]);
            }
        }
        return packed.array();
    }

    private void put(float sample) {
        switch (format) {
            case PCM_16 -> packed.putShort((short) quantize(sample));
            case PCM_24 -> packed.putInt(quantize(sample) << (Integer.SIZE - format.bits()));
            case FLOAT_32 -> packed.putFloat(sample);
        }
    }

    private int quantize(float sample) {
        int top = 1 << (format.bits() - 1);
        long step = Math.round((double) sample * top);
        if (step > top - 1 || step < -top) {
            clippedSamples++;
        }
        return Math.clamp(step, -top, top - 1);
    }
}
