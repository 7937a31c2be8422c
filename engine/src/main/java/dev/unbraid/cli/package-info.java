/// The command line: one class per command.
///
/// The only place that writes to standard output and that decides exit codes.
package dev.unbraid.cli;
