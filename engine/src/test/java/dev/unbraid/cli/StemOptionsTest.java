package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.session.StemSelection;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import java.util.List;

class StemOptionsTest {
    private static final List<String> OFFERED = List.of("drums", "bass", "other", "vocals");

    private static StemSelection parse(String... args) {
        StemOptions options = new StemOptions();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(args);
        return options.selection("toy", OFFERED);
    }

    @Test void withoutAWishAllStemsAreWanted() {
        assertThat(parse()).isEqualTo(new StemSelection.Each(OFFERED));
    }

    @Test void aStemAskedForTwiceIsWrittenOnce() {
        assertThat(parse("--stems", "vocals,drums,vocals")).isEqualTo(new StemSelection.Each(List.of("vocals", "drums")));
    }

    @Test void theRestIsAddedUnlessAskedOtherwise() {
        assertThat(parse("--two-stems", "bass")).isEqualTo(new StemSelection.Two("bass", StemSelection.Rest.ADD));
        assertThat(parse("--two-stems", "bass", "--rest", "minus"))
                .isEqualTo(new StemSelection.Two("bass", StemSelection.Rest.MINUS));
    }

    @Test void anUnknownStemIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> parse("--stems", "vocals,guitar"))
                .isInstanceOf(UsageException.class)
                .hasMessage("The model toy has no stem \"guitar\"; it has drums, bass, other, vocals.");
    }
}
