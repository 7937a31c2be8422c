package dev.unbraid.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class UiResourcesTest {
    private static final Pattern TOKEN = Pattern.compile("(-ub-[a-z-]+): ([^;]+);");
    private static final Pattern ASKED = Pattern.compile("-ub-[a-z-]+");

    @ParameterizedTest
    @EnumSource
    void theStyleSheetsSayWhatIsPainted(ThemeColours theme) {
        Map<String, String> tokens = tokens(theme);
        assertThat(Map.of(
                        "-ub-background", theme.background(), "-ub-panel", theme.panel(), "-ub-raised", theme.raised(),
                        "-ub-line", theme.line(), "-ub-text", theme.text(), "-ub-dim", theme.dim(),
                        "-ub-faint", theme.faint(), "-ub-accent", theme.accent(), "-ub-mix", theme.mix()))
                .allSatisfy((token, argb) ->
                        assertThat(tokens).containsEntry(token, "#%06x".formatted(argb & 0xffffff)));
        assertThat(tokens).containsEntry("-ub-solo", "#%06x".formatted(ThemeColours.SOLO & 0xffffff));
    }

    @ParameterizedTest
    @EnumSource
    void everyColourThatIsAskedForIsThere(ThemeColours theme) {
        var asked = UiResources.stylesheets(theme).stream()
                .flatMap(sheet -> ASKED.matcher(read(URI.create(sheet))).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tokens(theme).keySet()).containsAll(asked);
    }

    @Test
    void bothThemesHaveTheSameColours() {
        assertThat(tokens(ThemeColours.DARK).keySet()).isEqualTo(tokens(ThemeColours.LIGHT).keySet());
    }

    @Test
    void figuresForCountingAreOfOneWidth() throws Exception {
        URL numbers = UiResources.fonts().stream().filter(it -> it.getPath().contains("InterNumber-Regular")).findFirst().orElseThrow();
        Font font = Font.createFont(Font.TRUETYPE_FONT, numbers.openStream()).deriveFont(100f);
        var screen = new FontRenderContext(null, true, true);
        assertThat("0123456789".chars().mapToObj(it -> font.getStringBounds(Character.toString(it), screen).getWidth()).distinct())
                .hasSize(1);
    }

    private static Map<String, String> tokens(ThemeColours theme) {
        return TOKEN.matcher(read(URI.create(UiResources.stylesheets(theme).getFirst()))).results()
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
    }

    private static String read(URI sheet) {
        try (InputStream in = sheet.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
