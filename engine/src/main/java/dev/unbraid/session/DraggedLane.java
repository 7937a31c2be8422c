package dev.unbraid.session;

import dev.unbraid.codec.OutputFormat;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A lane as a file that other programs can take.
final class DraggedLane {
    private static final JobControl PATIENT = new JobControl() {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double done, double total) {}
    };

    private DraggedLane() {}

    static Path write(LaneId lane, Project project, Sounds sounds) throws IOException {
        Song song = project.songOf(lane).orElseThrow(() -> new IllegalArgumentException("no lane " + lane));
        // Other programs may keep using the file where it lies: it must outlive this session.
        Path folder = Files.createTempDirectory("unbraid-");
        ExportWish wish = new ExportWish(
                song.id(),
                List.of(new ExportWish.Output.Stem(lane)),
                Optional.empty(),
                new ExportWish.Place(folder, "{track} - {stem}.{ext}", OutputPlace.Existing.REFUSE),
                new ExportWish.Sound(OutputFormat.named("wav-32f").orElseThrow(), 0, false));
        return new ExportJob(wish, project, sounds::find).run(PATIENT).orElseThrow().getFirst();
    }
}
