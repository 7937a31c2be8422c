package dev.unbraid.app.timeline;

/// What the read-out says, line by line; an empty text is not shown.
///
/// @param time    of the pointer or the box
/// @param band    of the box
/// @param pitch   frequency at the pointer
/// @param note    nearest to it
/// @param level   there
record Reading(String time, String band, String pitch, String note, String level, StemShares shares) {}
