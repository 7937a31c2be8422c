package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.ResamplingSource;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Sounds of an open song, one file each, as an [ExportWish] asks.
///
/// What is heard is written as it is played: in float at the song's rate, the same samples. Whatever happens, no
/// half-written file ever has a target's name and nothing else is left behind. Runs once, on the thread that calls it;
/// document and sounds may change meanwhile, the export is of the document it got.
final class ExportJob {
    private static final int CHANNELS = 2;

    private final ExportWish wish;
    private final Song song;
    private final ExportSounds sounds;
    private final TargetFiles targets;

    /// @param find looks a lane's sound up
    /// @throws IllegalArgumentException if the song, a lane or the name cannot be
    ExportJob(ExportWish wish, Project project, Function<AssetId, Optional<AudioAsset>> find) {
        this.wish = wish;
        song = ExportTargets.song(wish, project);
        FrameRange all = new FrameRange(0, find.apply(song.mix().asset()).map(AudioAsset::frames).orElse(0L));
        sounds = new ExportSounds(song, wish.range().map(it -> within(it, all)).orElse(all), find);
        targets = new TargetFiles(
                ExportTargets.of(wish, project), Path.of(song.source().path()), wish.place().existing());
    }

    private static FrameRange within(FrameRange range, FrameRange all) {
        return new FrameRange(
                Math.clamp(range.start(), all.start(), all.end()), Math.clamp(range.end(), all.start(), all.end()));
    }

    /// @param control counts frames, of all files and, where one gain is looked for, twice
    /// @return the files that were written, in the wish's order; empty when `control` asked to stop
    /// @throws OutputRefusedException if the files cannot go where they should, or the sounds are not there yet
    /// @throws dev.unbraid.audio.NoRoomException if the disk is too small, known before the work or met during it
    Optional<List<Path>> run(JobControl control) throws IOException {
        if (sounds.range().length() == 0) {
            throw new OutputRefusedException(OutputRefusedException.Reason.OUTSIDE, song.title());
        }
        for (ExportWish.Output output : wish.outputs()) {
            sounds.refuseUnfinished(output);
        }
        targets.refuseUnwritable();
        Path folder = wish.place().folder().toAbsolutePath().normalize();
        try (WorkFolder work = WorkFolder.in(folder)) {
            DiskRoom.require(folder, bytesWanted(), folder, "to export %s".formatted(song.title()));
            Optional<List<Publication.Finished>> finished = render(work, control);
            if (finished.isPresent()) {
                new Publication(targets, work).publish(finished.get());
            }
            return finished.map(files -> files.stream().map(Publication.Finished::target).toList());
        }
    }

    private Optional<List<Publication.Finished>> render(WorkFolder work, JobControl control) throws IOException {
        List<FileRendering.Sound> all = wish.outputs().stream().map(this::sound).toList();
        ExportWatch watch = new ExportWatch(control);
        FileRendering rendering = new FileRendering(
                wish.sound().format(), clip(), ExportTargets.tags(song), watch);
        long written = targets.targets().stream().filter(targets::writes).count();
        watch.expect(frames() * (written + (rendering.measures() ? all.size() : 0)));
        float gain = rendering.gain(all);
        List<Publication.Finished> finished = new ArrayList<>();
        for (int i = 0; i < all.size() && !control.isCancelled(); i++) {
            Path target = targets.targets().get(i);
            if (targets.writes(target)) {
                Path file = work.file("output-%d.part".formatted(i));
                rendering.write(all.get(i), i, file, gain);
                finished.add(new Publication.Finished(file, target));
            }
        }
        return control.isCancelled() ? Optional.empty() : Optional.of(finished);
    }

    private FileRendering.Sound sound(ExportWish.Output output) {
        return () -> new ResamplingSource(sounds.open(output), sampleRate());
    }

    private OutputSound.Clip clip() {
        return wish.sound().linkedGain() ? OutputSound.Clip.LINKED : OutputSound.Clip.NONE;
    }

    private int sampleRate() {
        int wanted = wish.sound().sampleRate() == 0 ? songRate() : wish.sound().sampleRate();
        return wish.sound().format().container().sampleRateFor(wanted);
    }

    private int songRate() {
        return sounds.find().apply(song.mix().asset()).map(it -> it.spec().sampleRate()).orElseThrow();
    }

    /// Of one file.
    private long frames() {
        return Math.round((double) sounds.range().length() * sampleRate() / songRate());
    }

    private long bytesWanted() {
        double seconds = (double) sounds.range().length() / songRate();
        long files = targets.targets().stream().filter(targets::writes).count();
        return (long) (seconds * files * wish.sound().format().bytesPerSecond(sampleRate(), CHANNELS));
    }
}
