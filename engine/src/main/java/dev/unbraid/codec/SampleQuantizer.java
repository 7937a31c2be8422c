package dev.unbraid.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Planar floats to interleaved samples as the encoders take them: 16-bit whole numbers, 24-bit ones in the upper part
/// of 32 bits, or floats.
final class SampleQuantizer {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle FLOATS = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.nativeOrder());

    private final SampleFormat format;
    private byte[] packed = {};
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
        if (packed.length < bytes) {
            packed = new byte[bytes];
        }
        for (int channel = 0; channel < planes.length; channel++) {
            pack(planes[channel], offset, frames, channel, planes.length);
        }
        return packed;
    }

    /// Every `channels`-th sample, a loop for each format: the compiler cannot take the choice out of one.
    private void pack(float[] plane, int offset, int frames, int channel, int channels) {
        switch (format) {
            case PCM_16 -> {
                for (int i = 0, at = channel * Short.BYTES; i < frames; i++, at += channels * Short.BYTES) {
                    SHORTS.set(packed, at, (short) quantize(plane[offset + i]));
                }
            }
            case PCM_24 -> {
                for (int i = 0, at = channel * Integer.BYTES; i < frames; i++, at += channels * Integer.BYTES) {
                    INTS.set(packed, at, quantize(plane[offset + i]) << (Integer.SIZE - format.bits()));
                }
            }
            case FLOAT_32 -> {
                for (int i = 0, at = channel * Float.BYTES; i < frames; i++, at += channels * Float.BYTES) {
                    FLOATS.set(packed, at, plane[offset + i]);
                }
            }
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
