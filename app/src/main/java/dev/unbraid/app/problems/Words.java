package dev.unbraid.app.problems;

import dev.unbraid.audio.NoRoomException;
import dev.unbraid.audio.NoRoomException.Lack;
import dev.unbraid.codec.UnreadableAudioException;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.NetworkLostException;
import dev.unbraid.session.OutputRefusedException;
import dev.unbraid.settings.SettingsFlaw;
import dev.unbraid.ui.Messages;

import java.nio.file.Path;
import java.util.Locale;

/// Sentences for failures that tell their reason; the engine's own may speak to a command line.
///
/// @param messages of `problems`
record Words(Messages messages) {
    private static final long MEGABYTE = 1_000_000;

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String unreadable(UnreadableAudioException e) {
        return messages.text("unreadable." + key(e.reason()), e.file(), e.detail());
    }

    String refused(OutputRefusedException e) {
        return messages.text("output." + key(e.reason()), e.facts().toArray());
    }

    String noRoom(NoRoomException e) {
        return switch (e.lack()) {
            case Lack.Full(String folder) -> messages.text("room.full", folder);
            case Lack.Disk(String folder, long needed, long free) ->
                messages.text("room.disk", folder, megabytes(needed), megabytes(free));
            case Lack.Memory(int networks, long needed, long free) ->
                messages.text("room.memory", networks, megabytes(needed), megabytes(free));
        };
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, MEGABYTE);
    }

    String flaw(SettingsFlaw flaw) {
        return switch (flaw) {
            case SettingsFlaw.Unreadable(Path file, String why) -> messages.text("settings.unreadable", file, why);
            case SettingsFlaw.SetAside(Path file, String keptAs) -> messages.text("settings.set-aside", file, keptAs);
            case SettingsFlaw.Stuck(Path file, String why) -> messages.text("settings.stuck", file, why);
            case SettingsFlaw.Value(Path file, String key, String value, _) ->
                messages.text("settings.value", file, key, value);
        };
    }

    String project(ProjectFileException e) {
        return messages.text("project." + key(e.reason()), e.file());
    }

    String unavailable(ModelUnavailableException e) {
        return messages.text(switch (e.reason()) {
            case DEVICE -> "device";
            case FILES -> "model";
            case NOT_INSTALLED -> "model.not-installed";
            case OTHER_STEMS -> "model.other-stems";
            case NO_ROOM -> "model.no-room";
            case OTHER -> "model.other";
        });
    }

    String lost(NetworkLostException e) {
        return messages.text(switch (e.loss()) {
            case KILLED, DEVICE_MEMORY -> "network.killed";
            case CRASHED -> "network.crashed";
            case SILENT -> "network.silent";
            case NOT_STARTED -> "network.not-started";
        });
    }
}
