package dev.unbraid.app.mirror;

import dev.unbraid.overview.TileCache;
import dev.unbraid.settings.Settings;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;

/// All that a feature gets: what there is, what is heard, how it is looked at, and the user's preferences.
///
/// @param settings written to disk by its owner whenever it changes
public record Desk(
        SessionMirror session, PlaybackMirror playback, ViewMirror view, TileCache tiles,
        ObjectProperty<Settings> settings, Locale locale) {}
