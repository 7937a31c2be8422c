package dev.unbraid.app.controls;

import dev.unbraid.session.SeparatorModel;
import dev.unbraid.ui.Messages;

import java.util.Locale;
import java.util.Set;

/// What models are, in the user's language; one that somebody else has made says it in its own words.
public final class ModelWords {
    private static final Set<String> KNOWN = Set.of("htdemucs", "htdemucs_ft", "htdemucs_6s");

    private final Messages messages;

    public ModelWords(Locale locale) {
        messages = Messages.of("models", locale);
    }

    public String describe(SeparatorModel model) {
        return KNOWN.contains(model.name()) ? messages.text(model.name()) : model.description();
    }
}
