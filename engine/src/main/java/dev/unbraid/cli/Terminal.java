package dev.unbraid.cli;

import java.io.PrintWriter;
import java.util.OptionalInt;

/// Where a command writes.
///
/// @param out     results
/// @param err     progress and complaints
/// @param columns the width of the screen behind `err`; empty when nobody watches it
record Terminal(PrintWriter out, PrintWriter err, OptionalInt columns) {}
