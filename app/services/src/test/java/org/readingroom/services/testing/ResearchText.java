package org.readingroom.services.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a research file says about anybody.
public final class ResearchText {
    /// Random digits, in which any year or day stands now and then.
    private static final Pattern PSEUDONYM = Pattern.compile("\\b[PR]-[0-9A-F]{20}\\b");

    private ResearchText() {}

    /// The text of `file` in small letters, without its pseudonyms.
    public static String of(Path file) throws IOException {
        return PSEUDONYM.matcher(Files.readString(file)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
