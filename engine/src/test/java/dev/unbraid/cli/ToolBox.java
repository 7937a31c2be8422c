package dev.unbraid.cli;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.session.MachinePace;
import dev.unbraid.session.Preflight;
import dev.unbraid.settings.FreeMemory;
import dev.unbraid.settings.MachineFigures;
import dev.unbraid.settings.MachineFiguresFile;
import dev.unbraid.settings.UserFolders;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// Tools that keep what they learn in a test's own folder.
final class ToolBox {
    private ToolBox() {}

    static Tools in(Path folder, Voice voice, StopSignal stop) {
        UserFolders home = new UserFolders(folder.resolve("data"), folder.resolve("cache"));
        FinishedWork finished = new FinishedWork(folder.resolve("finished"), () -> 1L << 40);
        MachinePace pace = new MachinePace(new MachineFiguresFile(home), () -> new MachineFigures.Peaks(OptionalLong.of(1_000_000), OptionalLong.of(500_000)));
        Preflight preflight = new Preflight(pace, FreeMemory.ofThisMachine(), Optional.of(finished));
        return new Tools(voice, stop, finished, pace, preflight);
    }
}
