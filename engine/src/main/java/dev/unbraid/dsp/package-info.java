/// Arithmetic on float arrays: statistics, loudness, scores, dither, spectra.
///
/// Knows streams and blocks of samples, not the files they come from. Nothing here starts a thread or touches a disk.
package dev.unbraid.dsp;
