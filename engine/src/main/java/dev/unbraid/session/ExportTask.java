package dev.unbraid.session;

import java.io.IOException;

/// Writes sounds of a song to files.
record ExportTask(ExportJob export) implements Task {
    @Override
    public String firstPhase() {
        return "writing";
    }

    @Override
    public JobState run(DeskJob job) throws IOException {
        boolean written = export.run(new JobProgress(job, firstPhase())).isPresent();
        return written ? new JobState.Done() : new JobState.Cancelled();
    }
}
