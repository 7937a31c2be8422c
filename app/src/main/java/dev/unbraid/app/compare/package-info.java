/// What stands beside the lanes that compare a stem: with what it was before, and the passes that
/// made it with one another.
///
/// Knows no timeline: the window puts its headers there.
package dev.unbraid.app.compare;
