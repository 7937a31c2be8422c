package dev.unbraid.app.queue;

import dev.unbraid.batch.SongState;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a user can do with a song of the queue, in the order of the buttons.
enum SongAction {
    EARLIER(MaterialDesignA.ARROW_UP),
    LATER(MaterialDesignA.ARROW_DOWN),
    OPEN_FOLDER(MaterialDesignF.FOLDER_OPEN_OUTLINE),
    COPY_DETAILS(MaterialDesignC.CONTENT_COPY),
    RETRY(MaterialDesignR.REFRESH),
    STOP(MaterialDesignS.STOP),
    REMOVE(MaterialDesignC.CLOSE);

    @SuppressWarnings("ImmutableEnumChecker") // a constant of an enum of its own
    private final Ikon icon;

    SongAction(Ikon icon) {
        this.icon = icon;
    }

    Ikon icon() {
        return icon;
    }

    /// Of its text.
    String key() {
        return "action." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<SongAction> of(SongState state) {
        return switch (state) {
            case SongState.Waiting _ -> EnumSet.of(EARLIER, LATER, REMOVE);
            case SongState.AtWork _ -> EnumSet.of(STOP);
            case SongState.Done _, SongState.Skipped _ -> EnumSet.of(OPEN_FOLDER, REMOVE);
            case SongState.Failed _ -> EnumSet.of(COPY_DETAILS, RETRY, REMOVE);
            case SongState.Cancelled _ -> EnumSet.of(RETRY, REMOVE);
        };
    }
}
