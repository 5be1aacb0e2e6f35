package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Holds `docs/cli.md` to the commands there are, both ways.
class CliDocumentTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]*");

    private final CommandLine root = new CommandLineProgram(
                    Terminal.ofProcess(Messages.of(Locale.ENGLISH)), (home, demo, locale, folder, servers) -> {})
            .commandLine();

    @Test
    void everyCommandAndOptionIsDescribed() throws IOException {
        String document = document();
        for (String command : root.getSubcommands().keySet()) {
            assertTrue(document.contains("\n## " + command + "\n"), "no chapter for " + command);
        }
        TreeSet<String> missing = options(root);
        missing.removeIf(option -> document.contains(option));
        assertEquals(Set.of(), missing);
    }

    @Test
    void noOptionIsDescribedThatIsNotThere() throws IOException {
        Set<String> known = options(root);
        known.addAll(Set.of("--virtual-display", "--empty", "--folder")); // the launcher's own
        TreeSet<String> invented = new TreeSet<>();
        Matcher matcher = OPTION.matcher(document());
        while (matcher.find()) {
            if (!known.contains(matcher.group())) {
                invented.add(matcher.group());
            }
        }
        assertEquals(Set.of(), invented);
    }

    private static TreeSet<String> options(CommandLine line) {
        TreeSet<String> options = new TreeSet<>();
        for (OptionSpec option : line.getCommandSpec().options()) {
            options.add(option.longestName());
        }
        line.getSubcommands().values().forEach(child -> options.addAll(options(child)));
        return options;
    }

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("readingroom.root")).resolve("docs/cli.md"));
    }
}
