package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Files in and out, and the program as a whole.
final class FileCommands {
    private final Desk desk;
    private final Stage stage;
    private final DocumentFiles files;
    private final Features.Wishes wishes;
    private final Runnable demo;

    FileCommands(Desk desk, Stage stage, DocumentFiles files, Features.Wishes wishes, Runnable demo) {
        this.desk = desk;
        this.stage = stage;
        this.files = files;
        this.wishes = wishes;
        this.demo = demo;
    }

    List<Command> list() {
        BooleanBinding hasSong = Conditions.hasSong(desk.session());
        return new CommandList(Command.Group.FILE)
                .add("new", "Shortcut+N", hasSong, files::startAfresh)
                .add("open", "Shortcut+O", files::open)
                .add("demo", "", demo)
                .add("save", "Shortcut+S", hasSong, files::save)
                .add("save-as", "Shortcut+Shift+S", hasSong, files::saveAs)
                .add("separate", "Shortcut+T", hasSong, wishes::separate)
                .add("separate-selection", "Shortcut+Shift+T", Conditions.hasStretch(desk), wishes::separateSelection)
                .add("separate-many", "Shortcut+Shift+B", () -> wishes.separateMany(stage, List.of()))
                .add("export", "Shortcut+E", hasSong, () -> wishes.export(stage))
                .add("preferences", "Shortcut+Comma", () -> wishes.preferences(stage))
                .add("quit", "Shortcut+Q", () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)))
                .commands();
    }
}
