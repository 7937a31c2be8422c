package dev.unbraid.session;

import java.io.IOException;

/// Brings a model onto this machine, or what a device needs.
record InstallTask(Separators separators, String what) implements Task {
    @Override
    public String firstPhase() {
        return "downloading";
    }

    @Override
    public JobState run(DeskJob job) throws IOException {
        boolean installed = separators.install(what, new JobProgress(job, firstPhase()));
        return installed ? new JobState.Done() : new JobState.Cancelled();
    }
}
