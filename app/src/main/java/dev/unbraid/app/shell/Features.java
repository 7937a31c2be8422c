package dev.unbraid.app.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.Window;

/// The features' views and wishes, which the shell puts in their places without knowing their insides.
///
/// @param rehearsal what is done in vain once the window is open, for a frame each, so that the first song finds it done
public record Features(
        Node transport, Node separateButton, Node jobs, Node timeline, Node inspector, Zoom zoom, Wishes wishes,
        List<Runnable> rehearsal) {
    /// What opens windows of its own.
    public interface Wishes {
        void separate();

        /// Shows how the selection alone can be separated again.
        void separateSelection();

        void export(Window owner);

        /// Shows the queue of songs that are taken apart one after the other.
        ///
        /// @param pointedAt files and folders to be added to it
        void separateMany(Window owner, List<Path> pointedAt);

        /// Whether songs of the queue are being taken apart.
        boolean isQueueBusy();

        void preferences(Window owner);
    }
}
