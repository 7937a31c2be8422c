package dev.unbraid.separation;

/// A stem in memory.
public final class MemoryTape implements StemTape {
    public final float[][] planes;

    public MemoryTape(float[][] planes) {
        this.planes = planes;
    }

    public MemoryTape(int channels, int frames) {
        this(new float[channels][frames]);
    }

    @Override
    public long frames() {
        return planes[0].length;
    }

    @Override
    public void read(long startFrame, float[][] to, int offset, int frames) {
        for (int channel = 0; channel < planes.length; channel++) {
            System.arraycopy(planes[channel], Math.toIntExact(startFrame), to[channel], offset, frames);
        }
    }

    @Override
    public void write(long startFrame, float[][] from, int offset, int frames) {
        for (int channel = 0; channel < planes.length; channel++) {
            System.arraycopy(from[channel], offset, planes[channel], Math.toIntExact(startFrame), frames);
        }
    }
}
