/// What stands beside the lanes that compare a stem: with what it was before.
///
/// Knows no timeline: the window puts its headers there.
package dev.unbraid.app.compare;
