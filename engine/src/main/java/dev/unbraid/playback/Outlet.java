package dev.unbraid.playback;

/// Takes sound and lets it go at the pace of time. One thread.
interface Outlet extends AutoCloseable {
    /// Frames per second that go in.
    int sampleRate();

    /// Frames per second that the system gets.
    default int lineRate() {
        return sampleRate();
    }

    /// Frames after [#start] of which it may lose some; to be filled with silence.
    int leadIn();

    /// Frames that may be on their way when none is [#pending] any more; silence is to follow for so long before [#cut].
    int tail();

    /// Frames that it takes now without waiting; all it holds, if nothing is in it.
    int room();

    /// Frames that were written and are not heard yet.
    int pending();

    /// Takes `count` frames of `planes[side]`, no more than there is room for.
    ///
    /// @return whether it took them
    boolean write(float[][] planes, int count);

    /// Lets what will be written be heard.
    void start();

    /// Falls silent at once and forgets what was not heard.
    void cut();

    @Override
    void close();

    /// Finds a way to the loudspeaker.
    interface Maker {
        /// @throws NoOutputException if there is none
        Outlet open(OutputDevice device, int sampleRate, int bufferFrames) throws NoOutputException;
    }
}
