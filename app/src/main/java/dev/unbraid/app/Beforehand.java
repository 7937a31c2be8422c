package dev.unbraid.app;

import dev.unbraid.app.controls.GainText;
import dev.unbraid.mix.Stretcher;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;

/// What the first song and its stems find done, because another thread has done it since the window was opened. Whatever is
/// done for the first time takes many times as long; each of these took half a frame or more.
final class Beforehand {
    /// Features that come into sight after the window: with the first song, or as dialogs.
    private static final List<String> FEATURES =
            List.of("mixer", "timeline", "lanes", "tasks", "sum", "compare", "exporting", "preferences", "models", "queue");
    private static final int RATE = 44_100;

    private Beforehand() {}

    /// Not for the screen's thread.
    ///
    /// @return what was made; nobody needs these, but those that come after
    static List<Object> make(Locale locale) {
        return List.of(
                // A player for each song stands ready for other speeds, and its windows are reckoned then.
                new Stretcher(RATE),
                FEATURES.stream().map(it -> Messages.of(it, locale)).toList(),
                GainText.of(-1),
                NumberFormat.getInstance(locale).format(0.5),
                // The preferences begin with what languages are called.
                Locale.SIMPLIFIED_CHINESE.getDisplayName(Locale.SIMPLIFIED_CHINESE),
                icons());
    }

    /// Not for the screen's thread, and not before the window has its theme: the first control brings JavaFX's own.
    ///
    /// @return as above
    static Object controls() {
        return new TextFieldSkin(new TextField());
    }

    /// Of those sets that come into sight after the window is open. Each has hundreds of icons, which are all made when the
    /// first is asked for.
    private static List<Object> icons() {
        return Stream.<Object[]>of(
                MaterialDesignL.values(), MaterialDesignF.values(), MaterialDesignS.values(), MaterialDesignA.values(),
                MaterialDesignR.values(), MaterialDesignP.values(), MaterialDesignI.values(), MaterialDesignH.values())
                .flatMap(Stream::of).toList();
    }
}
