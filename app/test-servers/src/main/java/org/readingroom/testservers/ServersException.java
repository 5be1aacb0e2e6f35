package org.readingroom.testservers;

import java.util.Locale;

/// What a person should know when the servers cannot be started, in the language of the terminal.
final class ServersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServersException(String english, String chinese) {
        super(words(english, chinese));
    }

    static String words(String english, String chinese) {
        return Locale.getDefault().getLanguage().equals("zh") ? chinese : english;
    }
}
