package dev.unbraid.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalInt;

/// What one command line did.
record Run(int code, String out, String err) {
    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), OptionalInt.empty());
        int code = CommandLines.create(terminal).execute(args);
        terminal.out().flush();
        terminal.err().flush();
        return new Run(code, out.toString(), err.toString());
    }
}
