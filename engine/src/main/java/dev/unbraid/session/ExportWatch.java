package dev.unbraid.session;

import dev.unbraid.plugin.JobControl;

/// Adds up what an export has measured and written.
final class ExportWatch implements FileRendering.Watch {
    private final JobControl control;
    private long done;
    private long total;

    ExportWatch(JobControl control) {
        this.control = control;
    }

    /// @param frames that will be measured and written
    void expect(long frames) {
        total = frames;
    }

    @Override
    public boolean isCancelled() {
        return control.isCancelled();
    }

    @Override
    public void measured(int frames) {
        step(frames);
    }

    @Override
    public void wrote(int frames) {
        step(frames);
    }

    private void step(int frames) {
        done += frames;
        control.progress((double) done, (double) total);
    }
}
