package dev.unbraid.app.separate;

import dev.unbraid.session.SeparatorModel;

/// Whether a song can be taken apart now, and if not, why.
sealed interface Readiness {
    record Ready() implements Readiness {}

    /// Nobody has told yet which models there are.
    record Looking() implements Readiness {}

    record NoSong() implements Readiness {}

    record ModelMissing(SeparatorModel model) implements Readiness {}

    record ModelsUnknown(Exception problem) implements Readiness {}
}
