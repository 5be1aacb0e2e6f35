package org.readingroom.desktop.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.readingroom.assets.Messages;

/// One run of the command line in this process: what it wrote and what it ended with.
record CliRun(int exitCode, String out, String err) {

    static CliRun of(Object... arguments) {
        return with(Locale.ENGLISH, "", arguments);
    }

    static CliRun inChinese(Object... arguments) {
        return with(Locale.SIMPLIFIED_CHINESE, "", arguments);
    }

    static CliRun withInput(String input, Object... arguments) {
        return with(Locale.ENGLISH, input, arguments);
    }

    private static CliRun with(Locale locale, String input, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Messages.of(locale));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = new CommandLineProgram(terminal, (home, demo, language, folder, servers) -> {
                    throw new AssertionError("a command opened the window");
                })
                .execute(words);
        return new CliRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
