package dev.unbraid.engine;

import dev.unbraid.install.InstallControl;
import dev.unbraid.install.InstallProgress;
import dev.unbraid.plugin.JobControl;

import java.util.HashMap;
import java.util.Map;

/// An installation as a job sees it: bytes of all files together.
final class InstallationBytes implements InstallControl {
    private final JobControl control;
    private final long total;
    private final Map<String, Long> perFile = new HashMap<>();

    /// @param total bytes of all files, approximately
    InstallationBytes(JobControl control, long total) {
        this.control = control;
        this.total = total;
    }

    @Override
    public boolean isCancelled() {
        return control.isCancelled();
    }

    @Override
    public void report(InstallProgress progress) {
        switch (progress) {
            case InstallProgress.Downloading at -> {
                perFile.put(at.file(), at.bytes());
                long done = perFile.values().stream().mapToLong(Long::longValue).sum();
                control.progress((double) done, (double) Math.max(done, total));
            }
            case InstallProgress.HostFailed _, InstallProgress.RunningNpm _, InstallProgress.Verifying _,
                    InstallProgress.Unpacking _, InstallProgress.Converting _ -> {
                // They take long without saying how long.
            }
        }
    }
}
