package dev.unbraid.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A job in a process of its own that may be killed and started again.
interface Prey {
    Victim start() throws IOException;

    /// What it has brought forth once it has ended by itself: the same lines for the same samples.
    List<String> outcome(Victim victim) throws IOException;

    /// What a user was told.
    List<String> sentences(Victim victim);

    /// Where it writes files to.
    Path out();

    /// Lets a minute pass between two runs.
    void rest() throws IOException;

    /// Another job of the same program.
    void runAnother() throws Exception;

    /// As if it had never run.
    default void forget() throws IOException {
        Home.delete(out());
    }
}
