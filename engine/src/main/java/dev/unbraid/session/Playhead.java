package dev.unbraid.session;

/// Where the user listens. Asked from any thread, often.
public interface Playhead {
    /// Before anybody plays anything.
    Playhead AT_REST = new Playhead() {
        @Override
        public long positionFrame() {
            return 0;
        }

        @Override
        public boolean isPlaying() {
            return false;
        }
    };

    /// The frame of the active song that is heard now, or that play would begin with.
    long positionFrame();

    boolean isPlaying();
}
