/// From the document to sound, block by block: what is heard and what is exported are the same samples.
///
/// Runs on the playback thread: no lock, no allocation, no file.
package dev.unbraid.mix;
