/// Gestures in, wishes and edits out.
///
/// Knows no node: where things are is asked of a [dev.unbraid.app.timeline.tool.Surface].
package dev.unbraid.app.timeline.tool;
