package dev.unbraid.app.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unbraid.audio.NoMemoryException;
import dev.unbraid.project.ProjectFile;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.separation.BrokenOutputException;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.session.LibrariesInstallException;
import dev.unbraid.session.ModelFileException;
import dev.unbraid.session.ModelInstallException;
import dev.unbraid.ui.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

class ProblemTest {
    private static final String ADVICE = "cuda:0 cannot be used. Use --device cpu or `unbraid models install x`.";
    private static final IOException CAUSE = new IOException(ADVICE);
    static final List<Exception> SPEAKING_TO_THE_COMMAND_LINE = List.of(
            new ModelUnavailableException(ModelUnavailableException.Reason.DEVICE, ADVICE, CAUSE),
            new ModelUnavailableException(ModelUnavailableException.Reason.FILES, ADVICE, CAUSE),
            new ModelUnavailableException(ADVICE, CAUSE),
            new ModelInstallException("x", CAUSE), new LibrariesInstallException(CAUSE),
            new ModelFileException(Path.of("x.th"), CAUSE),
            new Full(CAUSE),
            new BrokenOutputException("drums", 3));

    private static final class Full extends NoMemoryException {
        private static final long serialVersionUID = 1;

        Full(Exception cause) {
            super(ADVICE, cause);
        }
    }

    @ParameterizedTest
    @FieldSource("SPEAKING_TO_THE_COMMAND_LINE")
    void adviceForTheCommandLineStaysInTheDetails(Exception thrown) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Problem problem = Problem.of(thrown, Messages.of("problems", locale));
            assertThat(problem.sentence()).doesNotContain("--", "`").isNotBlank();
            assertThat(problem.details()).contains(thrown.getMessage());
            assertThat(problem.severity()).isEqualTo(Problem.Severity.FAILURE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [                                                     | is no project of Unbraid
            {"format": "unbraid-project"}                         | is damaged
            {"format": "unbraid-project", "formatVersion": 10000} | newer Unbraid
            """)
    void aProjectThatCannotBeReadIsNoMistakeOfTheProgram(String text, String said) {
        ProjectFileException thrown = catchThrowableOfType(
                ProjectFileException.class, () -> ProjectFile.read("song.unbraid", text));
        Problem problem = Problem.of(thrown, Messages.of("problems", Locale.ENGLISH));
        assertThat(problem.severity()).isEqualTo(Problem.Severity.FAILURE);
        assertThat(problem.sentence()).startsWith("song.unbraid").contains(said);
    }

}
