/// Networks in a process of their own, so that a crash of native code ends a process that nobody looks at.
///
/// One side starts the worker, watches it, and repeats what it lost; the other hosts networks until its standard input
/// ends. Control goes through the pipes as small frames, sound through a mapped file. Knows no network in particular,
/// no job, and neither window nor command line.
package dev.unbraid.worker;
