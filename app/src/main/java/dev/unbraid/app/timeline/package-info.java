/// The song over time: overview, ruler, lanes, stem map, selection, playhead, read-out.
///
/// Knows no other feature: what stands beside the lanes is handed in.
package dev.unbraid.app.timeline;
