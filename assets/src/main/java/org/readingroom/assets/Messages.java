package org.readingroom.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// The words of the program in one language.
///
/// A key's first part names its bundle: `viewer.file.not-dicom` is in `messages/viewer_en.properties` and
/// `messages/viewer_zh.properties`. Values are patterns of [MessageFormat].
///
/// **Thread:** any.
public final class Messages {
    /// Every bundle; a test holds both languages to the same keys.
    public static final List<String> BUNDLES =
            List.of("viewer", "report", "services", "desktop", "desk", "cli", "plugin");

    private final Locale locale;
    private final Map<String, String> patterns = new HashMap<>();

    private Messages(Locale locale) {
        this.locale = locale;
        String language = locale.getLanguage().equals("zh") ? "zh" : "en";
        for (String bundle : BUNDLES) {
            load(bundle, language).forEach((key, value) -> patterns.put(key.toString(), value.toString()));
        }
    }

    public static Messages of(Locale locale) {
        return new Messages(locale);
    }

    public Locale locale() {
        return locale;
    }

    /// The words for `key`; the key itself when there are none, so that a gap shows and nothing breaks.
    public String get(String key, Object... arguments) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            return key;
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    static Properties load(String bundle, String language) {
        Properties lines = new Properties();
        String path = "messages/" + bundle + "_" + language + ".properties";
        try (InputStream stream = Messages.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("message bundle " + path + " is missing");
            }
            lines.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException("message bundle " + path + " cannot be read", e);
        }
    }
}
