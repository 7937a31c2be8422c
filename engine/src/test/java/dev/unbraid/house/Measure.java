package dev.unbraid.house;

import java.nio.file.Path;

/// How large something in a source file is, in lines or in parameters.
record Measure(Path file, String what, long size) {}
