package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.separation.StemTape;

import java.io.IOException;

/// A file of frames, as separation sees it.
record PcmTape(PcmFile file) implements StemTape {
    @Override
    public long frames() {
        return file.frames();
    }

    @Override
    public void read(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        file.read(startFrame, planes, offset, frames);
    }

    @Override
    public void write(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        file.write(startFrame, planes, offset, frames);
    }
}
