package dev.unbraid.cli;

import dev.unbraid.cli.Step.Extent;
import dev.unbraid.cli.Step.Unit;
import dev.unbraid.install.InstallControl;
import dev.unbraid.install.InstallProgress;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Tells how an installation goes.
final class InstallVoice implements InstallControl {
    private final Voice voice;
    private final StopSignal stop;

    InstallVoice(Voice voice, StopSignal stop) {
        this.voice = voice;
        this.stop = stop;
    }

    @Override
    public boolean isCancelled() {
        return stop.isGiven();
    }

    @Override
    public void report(InstallProgress progress) {
        switch (progress) {
            case InstallProgress.Downloading at -> voice.progress(new Step(
                    "Downloading", at.file(), new Extent(at.bytes(), total(at.totalBytes()), Unit.BYTES), at.secondsLeft()));
            case InstallProgress.HostFailed(String reason) ->
                voice.note("The authors' host did not give the file (%s); trying npm instead.".formatted(reason));
            case InstallProgress.RunningNpm(String specification, double seconds) ->
                voice.progress(endless("Fetching with npm", specification, seconds));
            case InstallProgress.Verifying(String file) -> voice.progress(endless("Verifying", file, 0));
            case InstallProgress.Unpacking(String file) -> voice.progress(endless("Unpacking", file, 0));
            case InstallProgress.Converting(String model) -> voice.progress(endless("Converting", model, 0));
        }
    }

    private static Step endless(String task, String subject, double seconds) {
        return new Step(task, subject, new Extent(seconds, OptionalDouble.empty(), Unit.SECONDS), OptionalDouble.empty());
    }

    private static OptionalDouble total(OptionalLong bytes) {
        return bytes.isPresent() ? OptionalDouble.of((double) bytes.getAsLong()) : OptionalDouble.empty();
    }
}
