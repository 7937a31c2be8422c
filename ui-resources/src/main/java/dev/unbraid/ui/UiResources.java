package dev.unbraid.ui;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Where style sheets and fonts lie.
public final class UiResources {
    private static final List<String> SHARED = List.of("atlantafx", "base");
    private static final List<String> FEATURES = List.of(
            "controls", "shell", "problems", "timeline", "transport", "mixer", "compare", "inspector", "separate", "sum", "tasks",
            "exporting", "preferences", "queue");
    private static final List<String> FONTS = List.of(
            "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "InterNumber-Regular", "InterNumber-SemiBold");

    private UiResources() {}

    /// @return the addresses of all style sheets of a theme; a later one may change what an earlier one says
    public static List<String> stylesheets(ThemeColours theme) {
        String tokens = switch (theme) {
            case DARK -> "tokens-dark";
            case LIGHT -> "tokens-light";
        };
        Stream<URL> shared = Stream.concat(Stream.of(tokens), SHARED.stream()).map(name -> find("css/" + name + ".css"));
        // A feature that needs no look of its own has no file.
        Stream<URL> features = FEATURES.stream()
                .flatMap(name -> Stream.ofNullable(UiResources.class.getResource("css/" + name + ".css")));
        return Stream.concat(shared, features).map(URL::toExternalForm).toList();
    }

    /// Inter in 400, 500 ("Inter Medium") and 600 (the bold of "Inter"), and "Inter Number", whose figures are all of
    /// one width.
    ///
    /// @return the font files' addresses
    public static List<URL> fonts() {
        return FONTS.stream().map(name -> find("fonts/" + name + ".ttf")).toList();
    }

    private static URL find(String path) {
        return Objects.requireNonNull(UiResources.class.getResource(path), path);
    }
}
