package dev.unbraid.app.exporting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Finds names that nothing has yet.
final class FreeNames {
    private FreeNames() {}

    /// @param template of names that are taken
    /// @param targets  what a template makes
    /// @return the template with ` (2)` or a higher number at the end of the name
    static String template(String template, Function<String, List<Path>> targets) {
        for (int copy = 2; ; copy++) {
            String next = numbered(template, copy);
            if (targets.apply(next).stream().noneMatch(Files::exists)) {
                return next;
            }
        }
    }

    private static String numbered(String template, int copy) {
        int ending = template.endsWith(".{ext}") ? template.length() - ".{ext}".length() : template.length();
        return "%s (%d)%s".formatted(template.substring(0, ending), copy, template.substring(ending));
    }
}
