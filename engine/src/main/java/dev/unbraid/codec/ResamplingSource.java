package dev.unbraid.codec;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// A source at another sample rate, in constant memory.
///
/// Nothing moves: frame 0 stays at time 0, and `n` frames become `round(n * to / from)`, though at least 1. Before its
/// start and after its end the sound is taken to be silent. At the same rate, samples pass untouched.
public final class ResamplingSource implements AudioSource {
    private static final int BLOCK_FRAMES = 4096;
    /// Longer than half the filter at any ratio in use.
    private static final int LEAD_FRAMES = 4096;

    private final AudioSource source;
    private final AudioSpec spec;
    private final SampleRates rates;
    private final Optional<Resampler> resampler;
    private final float[][] input;
    private final float[][] output;
    private int outputFrames;
    private int taken;
    private long leadFrames;
    private long leadLeft;
    private long framesIn;
    private long framesOut;
    private boolean ended;

    /// @param source closed with this one
    public ResamplingSource(AudioSource source, int sampleRate) {
        this.source = source;
        this.spec = source.spec().withSampleRate(sampleRate);
        this.rates = new SampleRates(source.spec().sampleRate(), sampleRate);
        boolean same = rates.from() == rates.to();
        this.resampler = same ? Optional.empty() : Optional.of(start(rates, spec.channels()));
        this.input = new float[spec.channels()][same ? 0 : BLOCK_FRAMES];
        this.output = new float[spec.channels()][resampler.map(Resampler::outputFrames).orElse(0)];
        // Silence ahead, as long as a whole number of frames on both sides, and cut off again afterwards: else the
        // library invents the sound before the first frame by mirroring what comes after it.
        this.leadFrames = Math.ceilDiv(LEAD_FRAMES, rates.period()) * (long) rates.period();
        this.leadLeft = rates.converted(leadFrames);
    }

    private static Resampler start(SampleRates rates, int channels) {
        try {
            return new Resampler(rates, channels, BLOCK_FRAMES);
        } catch (FfmpegException e) {
            throw new IllegalArgumentException("%s with %d channels".formatted(rates, channels), e);
        }
    }

    @Override
    public AudioSpec spec() {
        return spec;
    }

    @Override
    public int read(float[][] planes, int offset, int frames) throws IOException {
        if (resampler.isEmpty()) {
            return source.read(planes, offset, frames);
        }
        while (taken == outputFrames) {
            if (ended && framesOut >= targetFrames()) {
                return -1;
            }
            fill(resampler.get());
        }
        int count = Math.min(frames, outputFrames - taken);
        for (int channel = 0; channel < output.length; channel++) {
            System.arraycopy(output[channel], taken, planes[channel], offset, count);
        }
        taken += count;
        return count;
    }

    private long targetFrames() {
        return framesIn == 0 ? 0 : Math.max(1, rates.converted(framesIn));
    }

    private void fill(Resampler filter) throws IOException {
        int produced = filter.convert(input, pull(), output);
        int skipped = (int) Math.min(leadLeft, produced);
        leadLeft -= skipped;
        long wanted = ended ? targetFrames() - framesOut : produced;
        taken = skipped;
        outputFrames = (int) Math.min(produced, skipped + wanted);
        framesOut += outputFrames - skipped;
    }

    /// Fills `input` with the lead, then the source, then silence without end.
    private int pull() throws IOException {
        if (leadFrames == 0 && !ended) {
            int count = source.read(input, 0, BLOCK_FRAMES);
            if (count >= 0) {
                framesIn += count;
                return count;
            }
            ended = true;
            for (float[] plane : input) {
                Arrays.fill(plane, 0);
            }
        }
        int count = leadFrames > 0 ? (int) Math.min(leadFrames, BLOCK_FRAMES) : BLOCK_FRAMES;
        leadFrames = Math.max(0, leadFrames - count);
        return count;
    }

    @Override
    public void close() throws IOException {
        resampler.ifPresent(Resampler::close);
        source.close();
    }
}
