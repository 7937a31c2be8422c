/// What sound is, in values: planar float samples, frame ranges, streams of blocks.
///
/// Knows nothing of files, devices or networks; imports `java.base` only.
package dev.unbraid.audio;
