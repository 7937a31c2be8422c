package dev.unbraid.session;

import dev.unbraid.session.NameTemplateException.Flaw;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How files are named, with placeholders in braces; a slash makes a folder.
///
/// Values lose what some file system cannot hold, and give way when a name grows over 255 bytes.
public record NameTemplate(String pattern) {
    private static final int MOST_BYTES = 255;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern UNSAFE = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}\\p{Cs}]");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    /// Below the patterns, for it is checked by them.
    public static final NameTemplate DEFAULT = new NameTemplate("{track}/{stem}.{ext}");

    public NameTemplate {
        List<String> names = PLACEHOLDER.matcher(pattern).results().map(match -> match.group(1)).toList();
        for (String name : names) {
            if (Placeholder.named(name).isEmpty()) {
                throw new NameTemplateException(Flaw.UNKNOWN_PLACEHOLDER, pattern, "The name \"%s\" asks for {%s}, but there is only %s."
                        .formatted(pattern, name, Placeholder.all()));
            }
        }
        if (!names.contains("stem")) {
            throw new NameTemplateException(Flaw.WITHOUT_STEM, pattern,
                    "The name \"%s\" lacks {stem}, so that all stems would get one name.".formatted(pattern));
        }
        boolean leaves = Stream.of(pattern.split("/", -1)).anyMatch(part -> part.isBlank() || part.matches("\\.+"));
        if (leaves || pattern.contains("\\") || Path.of(pattern).isAbsolute()) {
            throw new NameTemplateException(Flaw.NO_PATH_BELOW, pattern,
                    "The name \"%s\" must be a path below the output folder, with / between folders.".formatted(pattern));
        }
    }

    /// @param copy 1 for the first file of these values, n for the one to be told apart by ` (n)`
    /// @return a path relative to the output folder
    Path resolve(NameValues values, int copy) {
        String suffix = copy == 1 ? "" : " (%d)".formatted(copy);
        List<String> parts = List.of(pattern.split("/"));
        boolean trackTells = pattern.contains("{track}");
        String last = parts.getLast();
        return Stream.concat(
                        parts.subList(0, parts.size() - 1).stream().map(part -> part(part, values, suffix, "")),
                        Stream.of(part(last, values, suffix, trackTells ? "" : suffix)))
                .map(Path::of)
                .reduce(Path::resolve)
                .orElseThrow();
    }

    private static String part(String template, NameValues values, String trackSuffix, String endSuffix) {
        String name = "";
        for (int most = MOST_BYTES; most > 0; most--) {
            name = withSuffix(fill(template, values, trackSuffix, most), endSuffix);
            if (bytes(name) <= MOST_BYTES) {
                break;
            }
        }
        return safe(name);
    }

    private static String fill(String template, NameValues values, String trackSuffix, int most) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(value(match, values, trackSuffix, most)));
    }

    private static String value(MatchResult match, NameValues values, String trackSuffix, int most) {
        Placeholder placeholder = Placeholder.named(match.group(1)).orElseThrow();
        String value = UNSAFE.matcher(values.of(placeholder)).replaceAll("_");
        return switch (placeholder) {
            case STEM, EXT, MODEL -> value;
            case TRACK -> shortened(value, most) + trackSuffix;
            case ARTIST, TITLE, ALBUM, DATE -> shortened(value, most);
        };
    }

    /// Cuts between characters, never inside one.
    private static String shortened(String value, int most) {
        String shorter = value;
        while (bytes(shorter) > most) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter.length() < value.length() ? shorter.stripTrailing() : shorter;
    }

    private static String withSuffix(String name, String suffix) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + suffix : name.substring(0, dot) + suffix + name.substring(dot);
    }

    /// What one system refuses is refused on all: the folder may travel.
    private static String safe(String name) {
        String trimmed = name.strip().replaceAll("[. ]+$", "");
        if (trimmed.isEmpty()) {
            return "_";
        }
        return RESERVED.matcher(trimmed).matches() ? "_" + trimmed : trimmed;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /// What a name can be made of.
    enum Placeholder {
        TRACK, STEM, EXT, MODEL, ARTIST, TITLE, ALBUM, DATE;

        static Optional<Placeholder> named(String name) {
            return Stream.of(values()).filter(it -> it.lower().equals(name)).findFirst();
        }

        private String lower() {
            return name().toLowerCase(Locale.ROOT);
        }

        static String all() {
            return Stream.of(values()).map(it -> "{" + it.lower() + "}").collect(Collectors.joining(", "));
        }
    }
}
