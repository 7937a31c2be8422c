package dev.unbraid.app.tasks;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.Locale;

/// What a user can do with a job, in the order of the buttons.
enum TaskAction {
    MOVE_UP(MaterialDesignA.ARROW_UP),
    MOVE_DOWN(MaterialDesignA.ARROW_DOWN),
    PAUSE(MaterialDesignP.PAUSE),
    RESUME(MaterialDesignP.PLAY),
    COPY_DETAILS(MaterialDesignC.CONTENT_COPY),
    RETRY(MaterialDesignR.REFRESH),
    CANCEL(MaterialDesignS.STOP),
    DISMISS(MaterialDesignC.CLOSE);

    @SuppressWarnings("ImmutableEnumChecker") // a constant of an enum of its own
    private final Ikon icon;

    TaskAction(Ikon icon) {
        this.icon = icon;
    }

    Ikon icon() {
        return icon;
    }

    /// Of its text.
    String key() {
        return "action." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
