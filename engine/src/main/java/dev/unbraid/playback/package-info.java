/// From the mix to the loudspeaker: transport, the playback thread, output lines.
///
/// Knows neither the document nor files.
package dev.unbraid.playback;
