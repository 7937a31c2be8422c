package dev.unbraid.project;

import dev.unbraid.audio.FrameRange;

import java.util.Optional;

/// How a document was looked at when it was saved; no part of the document, so no edit changes it.
///
/// @param playheadFrame of the active song
/// @param visible       the stretch that the timeline showed; empty is all of it
public record ProjectView(long playheadFrame, Optional<FrameRange> visible, Optional<FrameRange> selection) {
    public static final ProjectView START = new ProjectView(0, Optional.empty(), Optional.empty());
}
