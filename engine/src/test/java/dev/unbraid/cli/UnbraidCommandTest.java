package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class UnbraidCommandTest {
    @Test void withoutACommandItShowsItsHelp() {
        Run run = Run.of();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: unbraid").contains("--version").contains("Exit codes");
        assertThat(run).isEqualTo(Run.of("--help"));
    }

    @Test void theVersionIsTheBuilds() {
        Run run = Run.of("--version");
        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("unbraid \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test void anUnknownOptionIsAUsageErrorWithAWayOut() {
        Run run = Run.of("--nonsense");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--nonsense").contains("Try 'unbraid --help'.");
    }

    @Test void aUsageErrorIsJsonWhereJsonWasAskedFor() {
        Run run = Run.of("--json", "--nonsense");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        JsonObject error = JsonParser.parseString(run.out()).getAsJsonObject();
        assertThat(error.get("event").getAsString()).isEqualTo("error");
        assertThat(error.get("exitCode").getAsInt()).isEqualTo(2);
        assertThat(error.get("message").getAsString()).contains("--nonsense");
    }
}
