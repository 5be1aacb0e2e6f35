package org.readingroom.desktop.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.settings.HomeFolders;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.SettingsFile;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import picocli.CommandLine.Option;

/// Which home a command works on, and as whom.
///
/// The password is asked on the terminal, or is the first line of standard input with `--password-stdin`; it is
/// never an argument, which other users of the machine could read.
final class HomeOptions {
    private static final String DEMO_PASSWORD = "demo";
    private static final int MAX_PASSWORD_BYTES = 1024; // chosen: far above any, so that a wrong pipe ends

    @Option(names = "--home", paramLabel = "DIR", description = "${bundle:cli.option.home}")
    private @Nullable Path folder;

    @Option(names = "--user", paramLabel = "NAME", description = "${bundle:cli.option.user}")
    private @Nullable String user;

    @Option(names = "--password-stdin", description = "${bundle:cli.option.password-stdin}")
    private boolean passwordFromInput;

    @Option(names = "--demo", description = "${bundle:cli.option.demo}")
    private boolean demo;

    @Option(names = "--servers", paramLabel = "FILE", description = "${bundle:cli.option.servers}")
    private @Nullable Path servers;

    /// What a command does while signed in. `password` opens the signing key and is wiped afterwards.
    @FunctionalInterface
    interface Work {
        int run(Session session, char[] password) throws WorkstationException, IOException;
    }

    /// Opens the home, signs in, runs `work` and closes both.
    int signedIn(HeadlessCommand command, Work work) throws WorkstationException, IOException {
        check(command);
        Path place = folder != null ? folder : HomeFolders.ofThisPerson().demo();
        if (!demo && !Files.isDirectory(place)) {
            throw new CommandRefusedException("cli.fault.no-home", List.of(place.toString()));
        }
        String name = user != null ? user : "senior";
        char[] password = password(command, name);
        try (Home home = demo ? Home.openOrCreateDemo(place, Progress.IGNORED) : Home.openOrCreate(place);
                Session session = signIn(home, name, password)) {
            return work.run(session, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Session signIn(Home home, String name, char[] password) throws WorkstationException {
        if (servers != null) {
            home.offer(SettingsFile.read(servers));
        }
        return home.signIn(name, password);
    }

    /// Refuses a command line that names no home, before anything is looked at.
    void check(HeadlessCommand command) {
        if (!demo && (folder == null || user == null)) {
            throw command.usage("cli.usage.home");
        }
    }

    @SuppressWarnings("SystemConsoleNull") // still null where no provider of consoles is there
    private char[] password(HeadlessCommand command, String name) throws IOException, WorkstationException {
        if (passwordFromInput) {
            return firstLine(command.terminal.in());
        }
        if (demo) {
            return DEMO_PASSWORD.toCharArray();
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw command.usage("cli.usage.password");
        }
        char @Nullable [] typed = console.readPassword("%s ", command.words("cli.prompt.password", name));
        return typed == null ? new char[0] : typed;
    }

    private static char[] firstLine(InputStream in) throws IOException, WorkstationException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > MAX_PASSWORD_BYTES) {
                throw new CommandRefusedException("cli.fault.password-long", List.of());
            }
        }
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line.toByteArray()));
        int length =
                decoded.limit() > 0 && decoded.get(decoded.limit() - 1) == '\r' ? decoded.limit() - 1 : decoded.limit();
        char[] password = new char[length];
        decoded.get(password, 0, length);
        return password;
    }
}
