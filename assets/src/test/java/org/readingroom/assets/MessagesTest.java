package org.readingroom.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MessagesTest {
    static final Iterable<String> BUNDLES = Messages.BUNDLES;

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void bothLanguagesHaveTheSameKeysWithTheSameArguments(String bundle) {
        Properties english = Messages.load(bundle, "en");
        Properties chinese = Messages.load(bundle, "zh");
        assertEquals(english.stringPropertyNames(), chinese.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertTrue(key.startsWith(bundle + "."), key + " belongs to another bundle");
            assertEquals(arguments(english, key), arguments(chinese, key), key);
        }
    }

    /// The later of two lines would silently take the place of the earlier.
    @ParameterizedTest
    @FieldSource("BUNDLES")
    void noKeyStandsTwice(String bundle) throws IOException {
        for (String language : List.of("en", "zh")) {
            List<String> twice = new ArrayList<>();
            Properties lines = new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    Object before = super.put(key, value);
                    if (before != null) {
                        twice.add(key.toString());
                    }
                    return before;
                }
            };
            try (Reader reader = new InputStreamReader(
                    Messages.class.getResourceAsStream("messages/" + bundle + "_" + language + ".properties"),
                    StandardCharsets.UTF_8)) {
                lines.load(reader);
            }
            assertEquals(List.of(), twice, bundle + " " + language);
        }
    }

    private static int arguments(Properties lines, String key) {
        return new MessageFormat(lines.getProperty(key), Locale.ROOT).getFormatsByArgumentIndex().length;
    }
}
