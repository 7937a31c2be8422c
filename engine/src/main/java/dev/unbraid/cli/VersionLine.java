package dev.unbraid.cli;

import dev.unbraid.engine.Version;
import picocli.CommandLine;

/// What `--version` says.
final class VersionLine implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"unbraid " + number()};
    }

    static String number() {
        return Version.number();
    }
}
