package org.readingroom.desktop.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;

/// The message bundles of the program in the form picocli asks for.
final class WordsBundle extends ResourceBundle {
    private static final Map<String, String> PICOCLI_NAMES = Map.of(
            "mixinStandardHelpOptions.help", "cli.option.help",
            "mixinStandardHelpOptions.version", "cli.option.version");

    private final Messages words;

    WordsBundle(Messages words) {
        this.words = words;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        String ours = PICOCLI_NAMES.getOrDefault(key, key);
        String text = words.get(ours);
        return text.equals(ours) ? null : text;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(PICOCLI_NAMES.keySet());
    }
}
