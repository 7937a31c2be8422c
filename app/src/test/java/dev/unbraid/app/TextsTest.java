package dev.unbraid.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.ui.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TextsTest {
    private static final Path TEXTS = Path.of("../ui-resources/src/main/resources/dev/unbraid/ui/messages");
    private static final Path SOURCES = Path.of("src/main/java/dev/unbraid/app");
    private static final String CHINESE = "_zh_CN.properties";
    private static final Pattern BUNDLE = Pattern.compile("Messages\\.of\\(\\s*\"([a-z]+)\"");
    private static final Pattern KEY = Pattern.compile("\\.text\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern COMMAND = Pattern.compile("(?:add|choice)\\(\"([a-z0-9-]+)\", |theme\\(list, \"([a-z-]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    static List<String> bundles() {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> !it.endsWith(CHINESE))
                    .map(it -> it.replace(".properties", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSameThings(String bundle) {
        Properties english = read(bundle + ".properties");
        Properties chinese = read(bundle + CHINESE);
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(chinese.getProperty(key))).as("placeholders of %s in %s", key, bundle)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsAFormat(String bundle) {
        for (String file : List.of(bundle + ".properties", bundle + CHINESE)) {
            Properties texts = read(file);
            for (String key : texts.stringPropertyNames()) {
                assertThat(new MessageFormat(texts.getProperty(key), Locale.ROOT)).as("%s in %s", key, file).isNotNull();
            }
        }
    }

    @Test
    void everyKeyThatCodeAsksForIsThere() {
        List<String> missing = new ArrayList<>();
        for (Path folder : folders()) {
            List<String> sources = sources(folder);
            Set<String> known = sources.stream().flatMap(it -> BUNDLE.matcher(it).results())
                    .flatMap(it -> read(it.group(1) + ".properties").stringPropertyNames().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            sources.stream().flatMap(it -> KEY.matcher(it).results())
                    .filter(it -> !known.isEmpty() && !isKnown(it, known))
                    .forEach(it -> missing.add(folder.getFileName() + ": " + it.group(1)));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCommandHasAName() {
        Set<String> known = read("shell.properties").stringPropertyNames();
        Set<String> commands = sources(SOURCES.resolve("shell")).stream().flatMap(it -> COMMAND.matcher(it).results())
                .map(it -> "command." + (it.group(1) == null ? it.group(2) : it.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(commands).hasSizeGreaterThan(40);
        assertThat(known).containsAll(commands);
    }

    @Test
    void chineseIsForChineseOnly() {
        assertThat(Messages.of("shell", Locale.SIMPLIFIED_CHINESE).text("group.FILE")).isEqualTo("文件");
        assertThat(Messages.of("shell", Locale.GERMAN).text("group.FILE")).isEqualTo("File");
    }

    /// What is put together from pieces has at least a text that begins so.
    private static boolean isKnown(MatchResult use, Set<String> known) {
        String key = use.group(1);
        return use.group(2).equals("+") ? known.stream().anyMatch(it -> it.startsWith(key)) : known.contains(key);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> folders() {
        try (Stream<Path> tree = Files.walk(SOURCES)) {
            return tree.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".java")).map(TextsTest::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
