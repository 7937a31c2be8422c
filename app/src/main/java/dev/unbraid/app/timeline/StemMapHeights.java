package dev.unbraid.app.timeline;

import dev.unbraid.app.controls.LaneHeights;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.SongId;
import dev.unbraid.settings.Settings;

import java.util.HashMap;
import java.util.Map;

/// How high stem maps are: as the room allows, until one is dragged. What was dragged last holds for the maps of the next
/// run; dragging one does not move another.
final class StemMapHeights implements RowPlan.StemMaps {
    private static final double LEAST_USUAL_PX = 160;
    private static final double MOST_USUAL_PX = 340;
    /// The mix, and room for another song.
    private static final double BESIDE_PX = LaneHeights.MIX_PX + 178;
    private static final double FOLLOWS_THE_ROOM = 0;

    private final Desk desk;
    private final double remembered;
    private final Map<SongId, Double> dragged = new HashMap<>();
    private final Map<SongId, Double> stretched = new HashMap<>();
    private double room;

    StemMapHeights(Desk desk) {
        this.desk = desk;
        remembered = desk.settings().get().window().stemMapPx();
    }

    /// @param px high is what rows can be seen in
    void setRoom(double px) {
        room = px;
    }

    @Override
    public double heightPx(SongId song) {
        return desk.view().stemMapShownProperty().get() ? shownPx(song) : 0;
    }

    private double shownPx(SongId song) {
        double wanted = dragged.getOrDefault(song, remembered);
        double base = wanted == FOLLOWS_THE_ROOM ? usualPx(song) : wanted;
        return within(base * stretched.getOrDefault(song, 1.0));
    }

    /// Lanes of their usual height and the map fill the window as long as the map stays handy. Independent of how high the
    /// lanes are made: dragging one must not move another.
    private double usualPx(SongId song) {
        int stems = desk.session().project().song(song).map(it -> it.stems().size()).orElse(0);
        return Math.clamp(Math.rint(room - BESIDE_PX - stems * LaneHeights.STEM_PX), LEAST_USUAL_PX, MOST_USUAL_PX);
    }

    private static double within(double px) {
        return Math.clamp(Math.rint(px), Settings.Window.LOWEST_STEM_MAP_PX, Settings.Window.HIGHEST_STEM_MAP_PX);
    }

    /// Makes one as high as it is dragged; from now on it stays so.
    void drag(SongId song, double px) {
        stretched.remove(song);
        dragged.put(song, within(px));
        remember(within(px));
    }

    /// Lets one follow the room again.
    void forget(SongId song) {
        stretched.remove(song);
        dragged.put(song, FOLLOWS_THE_ROOM);
        remember(FOLLOWS_THE_ROOM);
    }

    /// Makes one higher or lower, wherever its height comes from.
    void stretch(SongId song, double factor) {
        double before = stretched.getOrDefault(song, 1.0);
        double plain = shownPx(song) / before;
        stretched.put(song, Math.clamp(before * factor,
                Settings.Window.LOWEST_STEM_MAP_PX / plain, Settings.Window.HIGHEST_STEM_MAP_PX / plain));
    }

    private void remember(double px) {
        Settings.Window now = desk.settings().get().window();
        desk.settings().set(desk.settings().get().withWindow(now.withStemMapPx((int) px)));
    }
}
