package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

import java.util.Map;
import java.util.stream.IntStream;

/// The native polyphase filter: blocks of planar floats in, blocks at another rate out, later by half its length.
final class Resampler implements AutoCloseable {
    /// The library's default aliases at -20 dB.
    private static final Map<String, String> FILTER =
            Map.of("filter_type", "kaiser", "kaiser_beta", "12", "filter_size", "128", "cutoff", "0.95");
    /// Beyond this many phases the filter bank would be large and is interpolated instead.
    private static final int FINEST_PHASE_SHIFT = 13;
    private static final int COARSEST_PHASE_SHIFT = 10;

    private final SwrContext context = new SwrContext(null);
    private final FloatPointer[] input;
    private final FloatPointer[] output;
    private final PointerPointer<FloatPointer> inputs;
    private final PointerPointer<FloatPointer> outputs;
    private final int outputFrames;

    /// @param inputFrames the most frames that are put in at once
    Resampler(SampleRates rates, int channels, int inputFrames) throws FfmpegException {
        Ffmpeg.load();
        this.outputFrames = Math.toIntExact(rates.converted(inputFrames)) + 1;
        this.input = planes(channels, inputFrames);
        this.output = planes(channels, outputFrames);
        this.inputs = new PointerPointer<>(input);
        this.outputs = new PointerPointer<>(output);
        try {
            start(rates, channels);
        } catch (FfmpegException e) {
            close();
            throw e;
        }
    }

    private static FloatPointer[] planes(int channels, int frames) {
        return IntStream.range(0, channels).mapToObj(_ -> new FloatPointer(frames)).toArray(FloatPointer[]::new);
    }

    private void start(SampleRates rates, int channels) throws FfmpegException {
        // Channels without a place in space: the library must not think of mixing them.
        try (AVChannelLayout layout = new AVChannelLayout()) {
            layout.order(AV_CHANNEL_ORDER_UNSPEC);
            layout.nb_channels(channels);
            Ffmpeg.check(swr_alloc_set_opts2(context, layout, AV_SAMPLE_FMT_FLTP, rates.to(),
                    layout, AV_SAMPLE_FMT_FLTP, rates.from(), 0, null));
        }
        FILTER.forEach((name, value) -> av_opt_set(context, name, value, 0));
        int phaseShift = Integer.SIZE - Integer.numberOfLeadingZeros(rates.phases() - 1);
        av_opt_set(context, "phase_shift",
                Integer.toString(Math.clamp(phaseShift, COARSEST_PHASE_SHIFT, FINEST_PHASE_SHIFT)), 0);
        av_opt_set(context, "linear_interp", phaseShift > FINEST_PHASE_SHIFT ? "1" : "0", 0);
        Ffmpeg.check(swr_init(context));
    }

    /// @return frames that [#convert] may put out at once
    int outputFrames() {
        return outputFrames;
    }

    /// @return the frames written to `out`
    int convert(float[][] in, int frames, float[][] out) throws FfmpegException {
        for (int channel = 0; channel < input.length; channel++) {
            input[channel].put(in[channel], 0, frames);
        }
        int produced = Ffmpeg.check(swr_convert(context, outputs, outputFrames, inputs, frames));
        for (int channel = 0; channel < output.length; channel++) {
            output[channel].get(out[channel], 0, produced);
        }
        return produced;
    }

    @Override
    public void close() {
        swr_free(context);
        inputs.close();
        outputs.close();
        for (int channel = 0; channel < input.length; channel++) {
            input[channel].close();
            output[channel].close();
        }
    }
}
