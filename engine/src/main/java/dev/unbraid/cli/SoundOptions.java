package dev.unbraid.cli;

import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.session.OutputSound;
import dev.unbraid.session.OutputSound.Clip;
import dev.unbraid.session.OutputSound.Rate;
import picocli.CommandLine.Option;

import java.util.Optional;

/// How the stems are written.
final class SoundOptions {
    @Option(names = "--format", paramLabel = "wav|flac|mp3", defaultValue = "wav", description =
            "MP3 has 320 kbit/s. Default: ${DEFAULT-VALUE}")
    private Container container = Container.WAV;

    @Option(names = "--bits", paramLabel = "16|24|32f", description =
            "Word length; 32f is float, for WAV only; MP3 has none. Default: 32f for WAV, 24 for FLAC")
    private Optional<String> bits = Optional.empty();

    @Option(names = "--rate", paramLabel = "model|source", defaultValue = "model", description =
            "The model's sample rate, or the input's. Default: ${DEFAULT-VALUE}")
    private Rate rate = Rate.MODEL;

    @Option(names = "--clip", paramLabel = "linked|clamp|none", defaultValue = "linked", description = {
        "For 16 and 24 bits and MP3, what happens beyond full scale: one gain for all stems, so that they still add up to the mix;"
                + " each sample held; or nothing. Default: ${DEFAULT-VALUE}"})
    private Clip clip = Clip.LINKED;

    OutputSound sound() {
        return new OutputSound(format(), rate, clip);
    }

    private OutputFormat format() {
        if (container == Container.MP3 && bits.isPresent()) {
            throw new UsageException("MP3 has no word length; leave --bits out, or use --format wav or flac.");
        }
        SampleFormat samples = samples();
        if (container == Container.FLAC && samples == SampleFormat.FLOAT_32) {
            throw new UsageException("FLAC has no float samples; use --bits 16 or 24, or --format wav.");
        }
        return new OutputFormat(container, samples);
    }

    private SampleFormat samples() {
        if (bits.isEmpty()) {
            return switch (container) {
                case WAV, MP3 -> SampleFormat.FLOAT_32;
                case FLAC -> SampleFormat.PCM_24;
            };
        }
        return switch (bits.get()) {
            case "16" -> SampleFormat.PCM_16;
            case "24" -> SampleFormat.PCM_24;
            case "32f" -> SampleFormat.FLOAT_32;
            default -> throw new UsageException("--bits is \"%s\"; it must be 16, 24 or 32f.".formatted(bits.get()));
        };
    }
}
