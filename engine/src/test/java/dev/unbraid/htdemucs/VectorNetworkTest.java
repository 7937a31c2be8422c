package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class VectorNetworkTest {
    /// Float32 sums in another order than the reference's: relative to the peak.
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"forward-short-segment", "forward-default", "forward-six-sources-no-bottleneck",
        "forward-cape-embedding", "forward-scaled-embedding"})
    void itGivesWhatTheReferenceGives(String name) throws Exception {
        Golden golden = Golden.open(name);
        try (VectorNetwork network = network(golden, 2)) {
            assertThat(relativeError(golden, network.separate(mix(golden), () -> true).orElseThrow())).isLessThan(TOLERANCE);
        }
    }

    /// Whoever takes which tile, and whatever a segment before left in the planes.
    @ParameterizedTest
    @ValueSource(strings = {"forward-short-segment", "forward-default"})
    void theBytesAreTheSameEveryTimeWithAnyNumberOfThreads(String name) throws Exception {
        Golden golden = Golden.open(name);
        float[] mix = mix(golden);
        try (VectorNetwork alone = network(golden, 1);
                VectorNetwork together = network(golden, 3)) {
            float[] first = alone.separate(mix, () -> true).orElseThrow();
            float[] louder = mix.clone();
            for (int i = 0; i < louder.length; i++) {
                louder[i] = 3 * louder[i] + 0.1f;
            }
            together.separate(louder, () -> true);
            louder[0] = Float.NaN;
            together.separate(louder, () -> true);
            assertThat(Arrays.mismatch(together.separate(mix, () -> true).orElseThrow(), first)).isNegative();
        }
    }

    /// Also where a product takes a tile of tokens together with one that has none.
    @ParameterizedTest
    @ValueSource(ints = {4_000, 9_000, 14_000, 19_000, 24_000})
    void whatIsNoNumberLeavesNoTraceInTheNextSegmentHoweverLong(int frames) throws Exception {
        Golden golden = Golden.open("forward-default");
        HtDemucsSpec spec = HtDemucsSpecReader.read(golden.checkpoint().arguments());
        float[] mix = new float[spec.sound().audioChannels() * frames];
        for (int i = 0; i < mix.length; i++) {
            mix[i] = (float) Math.sin(i * 0.1 + i * i * 1e-5);
        }
        try (VectorNetwork network = new VectorNetwork(spec, new StateDict(golden.checkpoint()), frames, 2)) {
            float[] first = network.separate(mix, () -> true).orElseThrow();
            float[] spoilt = mix.clone();
            spoilt[frames / 2] = Float.NaN;
            network.separate(spoilt, () -> true);
            assertThat(Arrays.mismatch(network.separate(mix, () -> true).orElseThrow(), first)).isNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 12, 16})
    void aSegmentThatIsCalledOffAnywhereLeavesTheNextAsItWouldBe(int asked) throws Exception {
        Golden golden = Golden.open("forward-short-segment");
        try (VectorNetwork network = network(golden, 2)) {
            float[] wanted = network.separate(mix(golden), () -> true).orElseThrow();
            AtomicInteger left = new AtomicInteger(asked);
            assertThat(network.separate(mix(golden), () -> left.getAndDecrement() > 0)).isEqualTo(Optional.empty());
            assertThat(Arrays.mismatch(network.separate(mix(golden), () -> true).orElseThrow(), wanted)).isNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward-group-norm-cross-first", "forward-post-norm-relu"})
    void whatItDoesNotHaveIsLeftToTorchScript(String name) throws Exception {
        assertThat(VectorModel.fits(Golden.open(name).checkpoint())).isFalse();
        assertThat(VectorModel.fits(Golden.open("forward-short-segment").checkpoint())).isTrue();
    }

    /// Whose transform is not one of the powers of two.
    @Test
    void anotherTransformIsLeftToTorchScript() throws Exception {
        JsonObject arguments = Golden.open("forward-default").checkpoint().arguments().deepCopy();
        assertThat(VectorNetwork.has(HtDemucsSpecReader.read(arguments))).isTrue();
        arguments.addProperty("nfft", 3 * HtDemucsSpecReader.read(arguments).branches().nfft());
        assertThat(VectorNetwork.has(HtDemucsSpecReader.read(arguments))).isFalse();
    }

    private static VectorNetwork network(Golden golden, int threads) throws Exception {
        HtDemucsSpec spec = HtDemucsSpecReader.read(golden.checkpoint().arguments());
        return new VectorNetwork(spec, new StateDict(golden.checkpoint()), frames(golden), threads);
    }

    /// The reference pads what is shorter than a segment, if it was trained to.
    private static int frames(Golden golden) throws Exception {
        HtDemucsSpec.Sound sound = HtDemucsSpecReader.read(golden.checkpoint().arguments()).sound();
        int given = golden.shape("input").getLast();
        return sound.padsToSegment() ? Math.max(given, sound.segmentFrames()) : given;
    }

    private static float[] mix(Golden golden) throws Exception {
        float[] input = golden.floats("input");
        int given = golden.shape("input").getLast();
        int frames = frames(golden);
        float[] mix = new float[input.length / given * frames];
        for (int channel = 0; channel < input.length / given; channel++) {
            System.arraycopy(input, channel * given, mix, channel * frames, given);
        }
        return mix;
    }

    private static double relativeError(Golden golden, float[] found) throws Exception {
        float[] wanted = golden.floats("output");
        int given = golden.shape("input").getLast();
        int frames = frames(golden);
        double error = 0;
        double peak = 0;
        for (int i = 0; i < wanted.length; i++) {
            float other = found[i / given * frames + i % given];
            error = Math.max(error, Math.abs((double) other - wanted[i]));
            peak = Math.max(peak, Math.abs(wanted[i]));
        }
        return error / peak;
    }
}
