package dev.unbraid.htdemucs;

import dev.unbraid.vector.ColumnTransform;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The network in Java, on the processor's vector registers. Used by one thread at a time.
final class VectorNetwork implements AutoCloseable {
    private final int frames;
    private final Crew crew;
    private final Spectrum spectrum;
    private final VectorBranch spectral;
    private final VectorBranch wave;
    private final Optional<CrossTransformer> transformer;

    /// @param frames of a segment
    VectorNetwork(HtDemucsSpec spec, StateDict weights, int frames, int threads) {
        this.frames = frames;
        crew = new Crew(threads);
        spectrum = new Spectrum(spec.branches().nfft(), frames, crew);
        List<VectorBranch> branches =
                VectorBranch.both(spec, weights, new Grid(spectrum.bins(), spectrum.columns()), new Grid(1, frames));
        spectral = branches.getFirst();
        wave = branches.getLast();
        transformer = spec.transformer().layers() == 0 ? Optional.empty()
                : Optional.of(new CrossTransformer(spec, weights, spectral.innermost(), wave.innermost()));
    }

    /// Whether this network has all that a specification asks for; TorchScript has the rest.
    static boolean has(HtDemucsSpec spec) {
        HtDemucsSpec.TransformerNorms norms = spec.transformer().norms();
        boolean transformer = norms.first() && norms.input() == HtDemucsSpec.InputNorm.LAYER && norms.layerGroups() == 0
                && norms.outGroups() <= 1 && spec.transformer().activation() == HtDemucsSpec.Activation.GELU
                && FeedForward.suits(spec);
        return spec.branches().norms().starts() >= spec.branches().depth() && ColumnTransform.suits(spec.branches().nfft())
                && (spec.transformer().layers() == 0 || transformer);
    }

    /// @param mix `[channels, frames]`
    /// @return    `[stems, channels, frames]`; empty if it was not to go on
    Optional<float[]> separate(float[] mix, BooleanSupplier goOn) {
        spectrum.analyse(mix, spectral.input());
        for (int c = 0; c < wave.input().channels(); c++) {
            System.arraycopy(mix, c * frames, wave.input().values(), wave.input().at(c, 0), frames);
        }
        Level level = Level.normalise(spectral.input(), crew);
        Level waveLevel = Level.normalise(wave.input(), crew);
        if (!spectral.encode(crew, goOn) || !wave.encode(crew, goOn) || !transform(goOn)
                || !spectral.decode(crew, goOn) || !wave.decode(crew, goOn)) {
            return Optional.empty();
        }
        float[] out = new float[wave.output().channels() * frames];
        crew.team().share(wave.output().channels(), (_, channel) -> {
            int from = wave.output().at(channel, 0);
            for (int i = 0; i < frames; i++) {
                out[channel * frames + i] = (float) (wave.output().values()[from + i] * waveLevel.std() + waveLevel.mean());
            }
        });
        // The reference restores with std alone, not std + eps. Not a true inverse, but what the weights learned.
        spectrum.synthesise(spectral.output(), level.mean(), level.std(), out);
        return Optional.of(out);
    }

    private boolean transform(BooleanSupplier goOn) {
        if (transformer.isPresent()) {
            return transformer.get().run(crew, goOn);
        }
        // The decoders take the sum of what came through and what was kept.
        for (VectorBranch branch : List.of(spectral, wave)) {
            float[] values = branch.innermost().values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= 2;
            }
        }
        return true;
    }

    @Override
    public void close() {
        crew.close();
    }
}
