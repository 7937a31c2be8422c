package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.FileFormat;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.controls.TimeText;
import dev.unbraid.app.problems.Problem;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.session.ExportWish.Output;
import dev.unbraid.session.NameTemplateException;
import dev.unbraid.ui.Messages;

import java.util.Locale;

/// What is said about what can be written.
final class ExportWords {
    private final Messages messages;
    private final Messages problems;
    private final LaneNames names;

    ExportWords(Locale locale) {
        messages = Messages.of("exporting", locale);
        problems = Messages.of("problems", locale);
        names = new LaneNames(locale);
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /// Why the files cannot be called so.
    String sentence(Exception why) {
        return why instanceof NameTemplateException template
                ? text(switch (template.flaw()) {
                    case UNKNOWN_PLACEHOLDER -> "names.unknown";
                    case WITHOUT_STEM -> "names.without-stem";
                    case NO_PATH_BELOW -> "names.no-path";
                })
                : Problem.of(why, problems).sentence();
    }

    String preset(Offer.Preset preset) {
        return text("preset." + preset.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    String output(Output output, Offer offer) {
        return switch (output) {
            case Output.Heard() -> text("output.heard");
            case Output.Stem _ -> offer.lane(output).map(names::of).orElseThrow();
            case Output.AllBut _ -> text("output.instrumental");
        };
    }

    /// From where to where.
    String range(FrameRange range, int sampleRate) {
        return text("range.selection", TimeText.of(range.start(), sampleRate), TimeText.of(range.end(), sampleRate));
    }

    String format(FileFormat format) {
        return text("format." + format.settingsName());
    }

    /// @param hertz 0 is the song's own
    String sampleRate(int hertz, int own) {
        return hertz == 0 ? text("rate.own", own / 1000.0) : text("rate", hertz / 1000.0);
    }
}
