/// What pictures of sound need, without pixels: peaks for waveforms, levels for spectrograms.
///
/// Knows neither colours nor screens.
package dev.unbraid.overview;
