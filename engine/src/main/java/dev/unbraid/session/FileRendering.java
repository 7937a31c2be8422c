package dev.unbraid.session;

import dev.unbraid.audio.AudioSink;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.Tags;
import dev.unbraid.dsp.Dither;
import dev.unbraid.dsp.DitheringSink;
import dev.unbraid.dsp.Peak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Sounds become files that belong together: one gain, dither, one format.
final class FileRendering {
    private static final int BLOCK = 1 << 14;
    /// Some steps of 16 bits below full scale, so that dither does not reach it.
    private static final double CEILING = 1 - 4.0 / (1 << 15);

    private final OutputFormat format;
    private final OutputSound.Clip clip;
    private final Tags tags;
    private final Watch watch;

    /// A sound that can be read more than once.
    @FunctionalInterface
    interface Sound {
        /// From its first frame on, at the rate of the files.
        AudioSource open() throws IOException;
    }

    /// Who waits. Called for every block, perhaps on several threads.
    interface Watch {
        boolean isCancelled();

        /// So many frames more were measured.
        void measured(int frames);

        /// So many frames more were written.
        void wrote(int frames);
    }

    FileRendering(OutputFormat format, OutputSound.Clip clip, Tags tags, Watch watch) {
        this.format = format;
        this.clip = clip;
        this.tags = tags;
        this.watch = watch;
    }

    /// Whether the sounds are read once more, ahead of writing, to know their peaks.
    boolean measures() {
        return clip == OutputSound.Clip.LINKED && !format.holdsPeaks();
    }

    /// One gain for all files, also for those that need none: only then do they still add up to the mix.
    float gain(List<Sound> sounds) throws IOException {
        double peak = 0;
        for (Sound sound : measures() ? sounds : List.<Sound>of()) {
            peak = Math.max(peak, peakOf(sound));
        }
        return gain(peak);
    }

    /// As above, of sounds whose peaks are known.
    float gain(double peak) {
        return measures() && peak > 1 ? (float) (CEILING / peak) : 1;
    }

    double peakOf(Sound sound) throws IOException {
        double peak = 0;
        try (AudioSource source = sound.open()) {
            float[][] planes = new float[source.spec().channels()][BLOCK];
            int read = source.read(planes, 0, BLOCK);
            while (read >= 0 && !watch.isCancelled()) {
                for (float[] plane : planes) {
                    peak = Math.max(peak, Peak.of(plane, 0, read));
                }
                watch.measured(read);
                read = source.read(planes, 0, BLOCK);
            }
        }
        return peak;
    }

    /// Writes a file; an unfinished one when somebody asked to stop.
    ///
    /// @param index of the sound among those that belong together
    /// @return the peak after the gain, linear
    double write(Sound sound, int index, Path file, float gain) throws IOException {
        double peak = 0;
        try (AudioSource source = sound.open(); AudioSink sink = sink(file, source.spec(), index)) {
            float[][] planes = new float[source.spec().channels()][BLOCK];
            int read = source.read(planes, 0, BLOCK);
            while (read >= 0 && !watch.isCancelled()) {
                for (float[] plane : planes) {
                    shape(plane, read, gain);
                    peak = Math.max(peak, Peak.of(plane, 0, read));
                }
                sink.write(planes, 0, read);
                watch.wrote(read);
                read = source.read(planes, 0, BLOCK);
            }
        }
        return peak;
    }

    private void shape(float[] plane, int frames, float gain) {
        boolean clamps = clip == OutputSound.Clip.CLAMP;
        for (int i = 0; i < frames; i++) {
            float sample = plane[i] * gain;
            plane[i] = clamps ? Math.clamp(sample, -1f, 1f) : sample;
        }
    }

    private AudioSink sink(Path file, AudioSpec spec, int index) throws IOException {
        AudioSink sink = AudioFiles.create(file, format, spec, tags);
        return switch (format.sampleFormat()) {
            // Noise of its own for each file: the same noise in all would add up in their sum.
            case PCM_16 -> new DitheringSink(sink, new Dither(format.sampleFormat().bits(), index));
            case PCM_24, FLOAT_32 -> sink;
        };
    }
}
