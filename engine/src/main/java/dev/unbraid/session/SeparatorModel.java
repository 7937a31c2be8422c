package dev.unbraid.session;

import java.util.List;

/// A model that can take songs apart, installed or not.
///
/// @param bytes   to download; 0 if installed
/// @param licence for the user, with where its words are
/// @param fingerprint of what is installed: another model of the same name has another; empty if nothing is
public record SeparatorModel(
        String name, String description, List<String> stems, boolean installed, long bytes, String licence,
        String fingerprint) {
    public SeparatorModel {
        stems = List.copyOf(stems);
    }
}
