package dev.unbraid.session;

import dev.unbraid.codec.Tags;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.settings.MachineFigures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Separations of files into files, with the same network and in the same order of turns as those of the document.
public final class FileSeparations {
    /// A song of usual length, for what loading the network adds.
    private static final double USUAL_SECONDS = 240;
    /// Both as every model has them so far; what is foretold with them is only foretold.
    private static final int SAMPLE_RATE = 44_100;
    private static final int CHANNELS = 2;

    private final Kitchen kitchen;
    private final JobBoard board;
    private final WorkQueue inference;

    FileSeparations(Kitchen kitchen, JobBoard board, WorkQueue inference) {
        this.kitchen = kitchen;
        this.board = board;
        this.inference = inference;
    }

    /// Takes its turn after those that wait. The session's thread.
    ///
    /// @param names shared by all files of one queue; the same wish gets the same names again
    public FileSeparation separate(FileWish wish, TrackNames names) {
        FileTask task = new FileTask(kitchen, wish, names);
        DeskJob job = new DeskJob(Job.Kind.BATCH, String.valueOf(wish.input().getFileName()), task, board);
        board.add(job);
        board.enqueue(job, inference);
        return new FileSeparation(job, task.outcome());
    }

    /// Those of the files that it would make that are there already. Any thread that may wait for disks.
    ///
    /// @param tags of the input
    public static Existing existing(FileWish wish, Tags tags, TrackNames names) {
        FileWish.How how = wish.how();
        OutputNames named = new OutputNames(wish.input(), how.selection(), wish.place(), how.sound(), how.model());
        List<Path> claimed = names.claimOnce(wish, copy -> named.of(tags, copy));
        List<Path> targets = claimed.subList(0, claimed.size() - 1);
        return new Existing(targets, targets.stream().filter(Files::exists).toList());
    }

    /// @param targets all that it would make
    /// @param there   those of them that are there
    public record Existing(List<Path> targets, List<Path> there) {
        public Existing {
            targets = List.copyOf(targets);
            there = List.copyOf(there);
        }

        public boolean isDone() {
            return !targets.isEmpty() && there.size() == targets.size();
        }
    }

    /// Seconds of work per second of sound, as measured on this machine; empty while it has not been measured. Reads
    /// files, so not for the screen's thread.
    ///
    /// @throws ModelUnavailableException if there is no such model or device
    public OptionalDouble pace(FileWish.How how) throws IOException, ModelUnavailableException {
        Optional<Provenance> provenance = kitchen.separators().provenance(how.model(), how.device());
        Optional<MachinePace> pace = kitchen.separators().pace();
        if (provenance.isEmpty() || pace.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<MachineFigures.Figure> figure = pace.get().of(new MachineFigures.Load(
                how.model(), computed(how), how.device(), provenance.get().threads()));
        return figure.isPresent()
                ? OptionalDouble.of(RunMeter.seconds(figure.get(), USUAL_SECONDS, FileTask.settings(how)) / USUAL_SECONDS)
                : OptionalDouble.empty();
    }

    /// As in [SeparateRequest#computedStems].
    private List<String> computed(FileWish.How how) throws IOException {
        List<String> all = kitchen.separators().models().stream().filter(it -> it.name().equals(how.model()))
                .findFirst().map(SeparatorModel::stems).orElse(List.of());
        return switch (how.selection()) {
            case StemSelection.Each each -> all.stream().filter(each.stems()::contains).toList();
            case StemSelection.Locked _, StemSelection.AndResidual _ -> all;
            case StemSelection.Two two -> switch (two.rest()) {
                case ADD -> all;
                case MINUS -> List.of(two.stem());
            };
        };
    }

    /// @param soundSeconds of all files together
    /// @throws dev.unbraid.audio.NoRoomException with a sentence that says what is needed, what there is, and what to do
    public static void requireRoom(FileWish.How how, double soundSeconds, Path folder) throws IOException {
        double perSecond = (double) how.sound().format().bytesPerSecond(SAMPLE_RATE, CHANNELS)
                * how.selection().outputs().size();
        DiskRoom.require(Preflight.existing(folder), (long) (soundSeconds * perSecond), folder, "for all stems");
    }
}
