package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.UserFolders;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// What one command line did.
record Run(int code, String out, String err) {
    /// On a machine where nothing is installed.
    static Run of(String... args) {
        return in(Path.of("nowhere"), args);
    }

    /// @param home where models and caches lie
    static Run in(Path home, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), OptionalInt.empty());
        try (Engine engine = new Engine(
                new UserFolders(home.resolve("data"), home.resolve("cache")), new ExecutablePath(List.of()))) {
            int code = CommandLines.create(terminal, engine).execute(args);
            terminal.out().flush();
            terminal.err().flush();
            return new Run(code, out.toString(), err.toString());
        }
    }
}
