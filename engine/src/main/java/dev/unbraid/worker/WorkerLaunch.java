package dev.unbraid.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How a worker is started and treated.
///
/// @param command     its command line, whose end is a main class that calls [WorkerHost#run]
/// @param environment variables that it gets beside those of this process, unless they are set
/// @param folder      for the file that sound goes through; `crash-PID.log` there is what Java says of a crash
/// @param linger      how long one that was prepared stays, and at most how long one that was used
public record WorkerLaunch(
        List<String> command, Map<String, String> environment, Path folder, Patience patience, Duration linger) {
    public WorkerLaunch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
