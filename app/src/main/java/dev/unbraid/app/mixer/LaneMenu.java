package dev.unbraid.app.mixer;

import dev.unbraid.app.controls.LaneHeights;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.DifferenceWishes;
import dev.unbraid.app.mirror.ShownDisagreements;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Song;
import dev.unbraid.project.SumLock;
import dev.unbraid.ui.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with a lane, as a menu that is made when it is wanted.
final class LaneMenu {
    private final Desk desk;
    private final LaneId lane;
    private final Runnable rename;
    private final Messages messages;
    private final LaneNames names;
    private final DifferenceWishes differences;
    private Optional<ContextMenu> open = Optional.empty();
    private Optional<Consumer<LaneId>> export = Optional.empty();

    LaneMenu(Desk desk, LaneId lane, Runnable rename, Messages messages) {
        this.desk = desk;
        this.lane = lane;
        this.rename = rename;
        this.messages = messages;
        names = new LaneNames(desk.locale());
        differences = new DifferenceWishes(desk);
    }

    void setOnExport(Consumer<LaneId> wish) {
        export = Optional.of(wish);
    }

    void show(Node owner, double screenX, double screenY) {
        desk.session().project().songOf(lane).ifPresent(song -> {
            open.ifPresent(ContextMenu::hide);
            ContextMenu menu = new ContextMenu();
            open = Optional.of(menu);
            menu.getItems().setAll(items(owner, song, song.lane(lane).orElseThrow()));
            menu.show(owner, screenX, screenY);
        });
    }

    private List<MenuItem> items(Node owner, Song song, Lane now) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("menu.rename", rename));
        items.add(item("menu.colour", () -> new ColourChoice(desk, lane, messages).show(owner)));
        items.add(new SeparatorMenuItem());
        for (LaneView view : LaneView.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.text("view." + view.name().toLowerCase(Locale.ROOT)));
            item.setSelected(now.look().view() == view);
            item.setOnAction(_ -> ViewEdits.one(desk, lane, view));
            items.add(item);
        }
        items.add(forAll());
        items.add(item("menu.height", () ->
                ViewEdits.look(desk, lane, it -> it.withHeightPx(LaneHeights.usualPx(now)))));
        if (song.sum().residual().filter(now::equals).isPresent()) {
            items.add(new SeparatorMenuItem());
            addExport(items, now);
            items.add(item("menu.hide-residual", () -> edit(new Edit.HideResidual(song.id()))));
        } else if (!song.mix().id().equals(lane)) {
            addStemItems(items, song, now);
        } else if (!song.stems().isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(item("menu.remove", () -> edit(new Edit.RemoveStems(song.id()))));
        }
        return items;
    }

    private Menu forAll() {
        Menu all = new Menu(messages.text("menu.all"));
        for (LaneView view : LaneView.values()) {
            all.getItems().add(item("view." + view.name().toLowerCase(Locale.ROOT), () -> ViewEdits.all(desk, lane, view)));
        }
        return all;
    }

    private void addStemItems(List<MenuItem> items, Song song, Lane now) {
        int index = song.stems().stream().map(Lane::id).toList().indexOf(lane);
        MenuItem up = item("menu.up", () -> edit(new Edit.MoveStem(lane, index - 1)));
        up.setDisable(index == 0);
        MenuItem down = item("menu.down", () -> edit(new Edit.MoveStem(lane, index + 1)));
        down.setDisable(index == song.stems().size() - 1);
        items.addAll(List.of(new SeparatorMenuItem(), up, down, new SeparatorMenuItem()));
        items.add(item("menu.fold", () ->
                desk.session().session().lockSum(song.id(), new SumLock.Fold(now.stem()))));
        CheckMenuItem difference = check("menu.difference", () -> differences.toggle(lane));
        difference.setSelected(differences.isWished(lane));
        difference.setDisable(!differences.isPossible(lane));
        ShownDisagreements disagreements = desk.session().disagreements();
        CheckMenuItem disagreement = check("menu.disagreement", () -> disagreements.toggle(lane));
        disagreement.setSelected(disagreements.isShown(lane));
        disagreement.setDisable(!disagreements.isPossible(lane));
        items.addAll(List.of(difference, disagreement));
        addExport(items, now);
        items.add(item("menu.remove", () -> edit(new Edit.RemoveStems(song.id()))));
    }

    private void addExport(List<MenuItem> items, Lane now) {
        export.ifPresent(wish -> items.add(named(messages.text("menu.export", names.of(now)), () -> wish.accept(lane))));
    }

    private void edit(Edit edit) {
        desk.session().session().edit(edit);
    }

    private CheckMenuItem check(String key, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private MenuItem item(String key, Runnable action) {
        return named(messages.text(key), action);
    }

    private static MenuItem named(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        // A stem may be called anything.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
