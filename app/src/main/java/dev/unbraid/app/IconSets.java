package dev.unbraid.app;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.stream.Stream;

/// The sets of icons that come into sight after the window is open. Each has hundreds, which are all made when the first is
/// asked for: that takes as long as half a frame.
final class IconSets {
    private IconSets() {}

    /// Not for the screen's thread.
    ///
    /// @return how many
    static long make() {
        return Stream.of(
                MaterialDesignL.values(), MaterialDesignF.values(), MaterialDesignS.values(), MaterialDesignA.values(),
                MaterialDesignR.values(), MaterialDesignP.values(), MaterialDesignI.values(), MaterialDesignH.values())
                .mapToLong(it -> it.length).sum();
    }
}
