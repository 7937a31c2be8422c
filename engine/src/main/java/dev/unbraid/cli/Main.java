package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import dev.unbraid.settings.ScreenWidth;

import java.io.PrintWriter;
import java.util.List;

/// Entry point of the command line.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        Terminal terminal = new Terminal(out, err, ScreenWidth.columns());
        int code;
        try (Engine engine = Engine.ofThisProcess()) {
            code = CommandLines.create(terminal, engine).execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            code = CommandLines.report(Failure.of(e), List.of(args), terminal);
        }
        out.flush();
        err.flush();
        System.exit(code);
    }
}
