/// Many songs, one after the other: which files are songs, what became of each, what can be tried again, how long the rest
/// takes. Shared by the command line and the window; knows neither, and no network.
@org.jspecify.annotations.NullMarked
package dev.unbraid.batch;
