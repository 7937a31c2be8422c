package dev.unbraid.app.shell;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.problems.Problem;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.session.Session;
import dev.unbraid.ui.Messages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Opens and saves: songs into the document, and the document itself.
final class DocumentFiles {
    /// More songs than these are offered to the queue.
    private static final int FEW = 8;

    private final Desk desk;
    private final Problems problems;
    private final Messages messages;
    private final FileChoices choices;
    private final Sheet sheet;
    private final JobEnds ends;
    private final RecentFiles recent;
    private Consumer<List<Path>> many = _ -> { };

    DocumentFiles(Desk desk, Problems problems, FileChoices choices, Sheet sheet) {
        this.desk = desk;
        this.problems = problems;
        this.choices = choices;
        this.sheet = sheet;
        this.messages = Messages.of("shell", desk.locale());
        this.ends = new JobEnds(desk.session(), problems);
        this.recent = new RecentFiles(desk.settings());
    }

    /// @param taker takes what was pointed at where it holds more songs than one wants as lanes
    void onMany(Consumer<List<Path>> taker) {
        many = taker;
    }

    RecentFiles recent() {
        return recent;
    }

    void open() {
        open(choices.toOpen());
    }

    /// Files and folders, of whatever kind; what is unsupported is named in one message.
    void open(List<Path> pointedAt) {
        if (!pointedAt.isEmpty()) {
            new Background().ask(() -> FoundFiles.among(pointedAt), found -> open(found, pointedAt), problems::tell);
        }
    }

    private void open(FoundFiles found, List<Path> pointedAt) {
        if (!found.unsupported().isEmpty()) {
            problems.tell(Problem.note(messages.text("unsupported", found.unsupported().size(), found.unsupported().stream()
                    .map(FoundFiles::name).limit(8).collect(Collectors.joining(", ")))));
        }
        if (found.songs().size() > FEW && found.projects().isEmpty()) {
            offerQueue(found, pointedAt);
        } else {
            openAll(found);
        }
    }

    private void offerQueue(FoundFiles found, List<Path> pointedAt) {
        new Question(sheet, messages.text("many.title", found.songs().size()), messages.text("many.words"))
                .answer(messages.text("many.cancel"), () -> { })
                .answer(messages.text("many.open"), () -> openAll(found))
                .answer(messages.text("many.queue"), () -> many.accept(pointedAt.stream()
                        .filter(it -> !found.unsupported().contains(it)).toList()))
                .ask();
    }

    private void openAll(FoundFiles found) {
        Optional<Path> project = found.projects().stream().findFirst();
        project.ifPresentOrElse(
                file -> guarded(() -> {
                    recent.add(file);
                    ends.whenDone(session().load(file), () -> openSongs(found.songs()));
                }),
                () -> openSongs(found.songs()));
    }

    private void openSongs(List<Path> songs) {
        for (Path song : songs) {
            session().open(song);
            recent.add(song);
        }
    }

    /// One of the recent files, which may be gone by now.
    void openRecent(Path file) {
        new Background().ask(() -> Files.exists(file), there -> {
            if (there) {
                open(List.of(file));
            } else {
                recent.remove(file);
                problems.tell(Problem.note(messages.text("recent.gone", file)));
            }
        }, problems::tell);
    }

    /// A song that first has to be brought to the disk; it is not among the recent ones.
    void openWhenThere(Callable<Path> song) {
        new Background().ask(song, file -> session().open(file), problems::tell);
    }

    void startAfresh() {
        guarded(() -> session().startAfresh());
    }

    void save() {
        saveThen(() -> { });
    }

    void saveAs() {
        choices.toSave(suggestedName()).ifPresent(file -> saveThen(file, () -> { }));
    }

    private void saveThen(Runnable then) {
        session().file().or(() -> choices.toSave(suggestedName())).ifPresent(file -> saveThen(file, then));
    }

    private void saveThen(Path file, Runnable then) {
        ends.whenDone(session().save(file), () -> {
            recent.add(file);
            then.run();
        });
    }

    private String suggestedName() {
        return session().project().activeSong().map(song -> song.title()).orElse(messages.text("untitled"))
                .replaceAll("[\\\\/:*?\"<>|]", "_");
    }

    /// Does what would lose the changes that are not saved, after asking.
    void guarded(Runnable step) {
        if (!session().isModified()) {
            step.run();
            return;
        }
        new Question(sheet, messages.text("guard.title"), messages.text("guard.words"))
                .answer(messages.text("guard.cancel"), () -> { })
                .answer(messages.text("guard.discard"), step)
                .answer(messages.text("guard.save"), () -> saveThen(step))
                .ask();
    }

    private Session session() {
        return desk.session().session();
    }
}
