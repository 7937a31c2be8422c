package dev.unbraid.session;

import java.util.List;

/// Work that goes on while the user does something else. Read from any thread; wishes return at once.
public interface Job {
    /// BATCH is a song of a queue, from a file into files, whatever document is open.
    enum Kind { IMPORT, SEPARATION, SUM, COMPARISON, EXPORT, MODEL_INSTALL, SAVE, LOAD, BATCH }

    Kind kind();

    /// What it works on, for the user: a song's title, a model's name.
    String subject();

    JobState state();

    /// What was found not quite as it should be; complete once the job is over.
    default List<Remark> warnings() {
        return List.of();
    }

    /// Asks it to stop: between segments or blocks, leaving nothing half-written.
    void cancel();

    /// Lets it rest after the segment at hand, and the next one run meanwhile. Only separations can; others go on. What
    /// rests keeps its network in memory.
    void pause();

    /// Lets it go on, before those that have not begun; it waits while another runs.
    void resume();
}
