package dev.unbraid.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of one feature in the user's language.
///
/// They lie in `messages/FEATURE.properties` (English) and `messages/FEATURE_zh_CN.properties`, in UTF-8; placeholders
/// are those of [MessageFormat], so an apostrophe is written twice. Not a `ResourceBundle`: within a module that falls
/// back to the system's language before English.
public final class Messages {
    /// Every lane's header asks for the same ones.
    private static final Map<Key, Messages> READ = new ConcurrentHashMap<>();

    private final Locale locale;
    private final String feature;
    private final Properties texts;

    private record Key(String feature, Locale locale) {}

    private Messages(Locale locale, String feature, Properties texts) {
        this.locale = locale;
        this.feature = feature;
        this.texts = texts;
    }

    /// @param feature the bundle's name, such as `timeline`
    public static Messages of(String feature, Locale locale) {
        return READ.computeIfAbsent(new Key(feature, locale), key -> read(key.feature(), key.locale()));
    }

    private static Messages read(String feature, Locale locale) {
        Properties english = read(feature + ".properties", new Properties());
        boolean chinese = locale.getLanguage().equals("zh");
        Properties texts = chinese ? read(feature + "_zh_CN.properties", english) : english;
        return new Messages(locale, feature, texts);
    }

    private static Properties read(String file, Properties defaults) {
        Properties texts = new Properties(defaults);
        try (InputStream bytes = Messages.class.getResourceAsStream("messages/" + file)) {
            if (bytes == null) {
                throw new MissingResourceException("no texts " + file, Messages.class.getName(), file);
            }
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /// @param arguments in the order of the text's placeholders
    public String text(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new MissingResourceException("no text " + key + " in " + feature, feature, key);
        }
        // Most texts say just what they are; a format is made of numbers' and dates' formats, and costs a thousandfold.
        return isPlain(text) ? text : new MessageFormat(text, locale).format(arguments);
    }

    private static boolean isPlain(String text) {
        return text.indexOf('{') < 0 && text.indexOf('\'') < 0;
    }

    public Locale locale() {
        return locale;
    }
}
