package dev.unbraid.separation;

import dev.unbraid.plugin.JobControl;

import java.util.OptionalLong;
import java.util.Set;

/// The line between a run and whoever waits for it: what is wanted first, and how far it is. Counts segments.
///
/// Called on the run's thread, before and after each segment; the answers may change at any time. It may rest in
/// [#isCancelled]: no network is at work then.
public interface RunControl extends JobControl {
    /// Where somebody listens, or is about to: what settles this frame comes first, then what lies around it, ahead
    /// rather than behind. Empty is front to back.
    ///
    /// @return a frame at the model's rate
    default OptionalLong focusFrame() {
        return OptionalLong.empty();
    }

    /// The stems that somebody hears: networks that have no share in them come last. Empty is all of them.
    default Set<String> firstStems() {
        return Set.of();
    }

    /// Whether it would neither rest nor say that it is cancelled, were it asked now. Must come at once; while a network is at
    /// work nothing else is asked for that.
    default boolean mayGoOn() {
        return true;
    }

    /// Whether nothing is wanted any more. Unlike the other answers it is asked while a network works, on any thread, and
    /// must come at once.
    default boolean isCalledOff() {
        return false;
    }

    /// Where the listener has jumped to since [#focusFrame] was asked last; empty while he stays or plays on. Asked as
    /// [#isCalledOff] is.
    ///
    /// @return a frame at the model's rate
    default OptionalLong jumpedTo() {
        return OptionalLong.empty();
    }

    /// One more segment came from the store. Told before the progress that counts it, which says nothing of the
    /// network's speed.
    default void reused() {}
}
