package dev.unbraid.session;

import java.io.IOException;
import java.util.List;

/// What was asked for cannot be written, or not there. The message is a sentence for the command line; the window words
/// [#reason] itself.
public final class OutputRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String[] facts;

    /// Why, and its sentence of the facts.
    public enum Reason {
        /// The song.
        NO_OTHER_STEM("%s has no other stem that could be exported; choose a stem itself."),
        /// The lane, the song.
        LANE_UNFINISHED("%s of %s is not there to its end yet; wait until it is, or choose a part that is."),
        /// The song.
        STEMS_UNFINISHED("The stems of %s are not there to their end yet; wait until they are."),
        /// The song, the project.
        STILL_READ("%s is still being read; save %s when it is there."),
        /// The song.
        OUTSIDE("What is selected lies outside of %s; select some of it, or all."),
        /// The folder.
        FOLDER_DENIED("%s: you may not write here; choose another output folder."),
        /// The file.
        NO_FOLDER("%s is a file, where a folder is needed; choose another output folder."),
        /// The folder, what the system says.
        FOLDER_FAILED("%s: no folder can be made here (%s); choose another output folder."),
        /// The file.
        INPUT_ITSELF("%s is the input itself; choose another name or output folder."),
        /// The file.
        NAME_OF_FOLDER("%s is a folder; choose another name."),
        /// The file.
        THERE_ALREADY("%s is already there and was left as it is; ask to overwrite or to skip, or choose another folder.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    /// @param facts as many as the reason tells of
    OutputRefusedException(Reason reason, Object... facts) {
        super(reason.sentence.formatted(facts));
        this.reason = reason;
        this.facts = List.of(facts).stream().map(Object::toString).toArray(String[]::new);
    }

    OutputRefusedException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Reason reason() {
        return reason;
    }

    public List<String> facts() {
        return List.of(facts);
    }
}
