/// The column on the right: how spectrograms and waveforms look, and what belongs to what is selected.
///
/// Knows neither who draws them nor who separates: the shell puts other features' sections in.
package dev.unbraid.app.inspector;
