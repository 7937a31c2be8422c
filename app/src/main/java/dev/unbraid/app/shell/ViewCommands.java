package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.DifferenceWishes;
import dev.unbraid.app.mirror.FollowMode;
import dev.unbraid.app.mirror.ShownDisagreements;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.settings.Settings;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;

/// How the song is looked at.
final class ViewCommands {
    private final Desk desk;
    private final Zoom zoom;

    ViewCommands(Desk desk, Zoom zoom) {
        this.desk = desk;
        this.zoom = zoom;
    }

    List<Command> list() {
        ViewMirror view = desk.view();
        BooleanBinding hasSong = Conditions.hasSong(desk.session());
        BooleanBinding selected = Conditions.present(view.selectionProperty()).or(Conditions.present(view.boxProperty()));
        DifferenceWishes differences = new DifferenceWishes(desk);
        BooleanBinding differenceShown = Bindings.createBooleanBinding(differences::isWished,
                desk.session().differencesProperty(), view.selectedLaneProperty(), desk.session().activeSongProperty());
        ShownDisagreements disagreements = desk.session().disagreements();
        BooleanBinding disagreeing = Bindings.createBooleanBinding(
                () -> desk.session().activeSong().stream().flatMap(it -> it.stems().stream())
                        .anyMatch(it -> disagreements.isPossible(it.id())), desk.session().activeSongProperty());
        BooleanBinding disagreementShown = Bindings.createBooleanBinding(() -> disagreements.isShown(desk),
                disagreements.shownProperty(), view.selectedLaneProperty(), desk.session().activeSongProperty());
        CommandList list = new CommandList(Command.Group.VIEW)
                .add("zoom-in", "Plus Equals Shift+Equals Add", hasSong, zoom.in())
                .add("zoom-out", "Minus Subtract", hasSong, zoom.out())
                .add("zoom-fit", "F", hasSong, zoom.fit())
                .add("zoom-selection", "E", selected, zoom.toSelection())
                .add("scroll-left", "Page_Up", hasSong, zoom.left())
                .add("scroll-right", "Page_Down", hasSong, zoom.right())
                .add("lanes-higher", "Shortcut+Plus Shortcut+Equals Shortcut+Add", hasSong, zoom.enlarge())
                .add("lanes-lower", "Shortcut+Minus Shortcut+Subtract", hasSong, zoom.shrink())
                .add("inspector", "I", view.inspectorShownProperty())
                .add("stem-map", "G", view.stemMapShownProperty())
                .add("difference", "Shift+B", desk.playback().comparableProperty(), differenceShown, differences::toggle)
                .add("disagreement", "D", disagreeing, disagreementShown, () -> disagreements.toggle(desk))
                .add("decibels", "", view.waveformInDecibelsProperty())
                .add("mono", "", view.channelsMixedProperty())
                .choice("follow-none", view.followModeProperty(), FollowMode.NONE)
                .choice("follow-page", view.followModeProperty(), FollowMode.PAGE)
                .choice("follow-smooth", view.followModeProperty(), FollowMode.SMOOTH);
        theme(list, "colours-system", Settings.Theme.SYSTEM);
        theme(list, "colours-dark", Settings.Theme.DARK);
        theme(list, "colours-light", Settings.Theme.LIGHT);
        return list.commands();
    }

    private void theme(CommandList list, String id, Settings.Theme theme) {
        ObjectProperty<Settings> settings = desk.settings();
        BooleanBinding on = Bindings.createBooleanBinding(() -> settings.get().appearance().theme() == theme, settings);
        list.choice(id, on, () -> {
            Settings.Appearance now = settings.get().appearance();
            settings.set(settings.get().withAppearance(new Settings.Appearance(theme, now.language(), now.scalePercent())));
        });
    }
}
