package org.readingroom.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
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

    private static int arguments(Properties lines, String key) {
        return new MessageFormat(lines.getProperty(key), Locale.ROOT).getFormatsByArgumentIndex().length;
    }
}
