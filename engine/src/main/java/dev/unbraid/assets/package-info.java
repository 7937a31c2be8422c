/// Decoded audio on disk.
///
/// Knows neither what the frames mean nor where they come from.
package dev.unbraid.assets;
