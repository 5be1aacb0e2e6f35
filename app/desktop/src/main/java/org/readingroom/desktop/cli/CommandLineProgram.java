package org.readingroom.desktop.cli;

import java.util.List;
import java.util.Locale;
import org.readingroom.assets.Messages;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// The program without a window.
///
/// Exit codes: 0 done, 1 refused or failed, 2 not understood.
// [impl->req~cli.commands~1]
public final class CommandLineProgram {
    private static final String LANGUAGE = "--language";

    private final Terminal terminal;
    private final DesktopWindow window;

    CommandLineProgram(Terminal terminal, DesktopWindow window) {
        this.terminal = terminal;
        this.window = window;
    }

    /// Runs the command line `arguments` on the terminal of this process and returns the exit code; `window` is
    /// opened when no command is named, or by one that needs it.
    public static int run(DesktopWindow window, String... arguments) {
        return new CommandLineProgram(Terminal.ofProcess(Messages.of(language(arguments))), window).execute(arguments);
    }

    /// The language asked for by `--language zh`, else that of the process.
    private static Locale language(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(LANGUAGE) && i + 1 < arguments.length) {
                return Locale.forLanguageTag(arguments[i + 1]);
            }
            if (arguments[i].startsWith(LANGUAGE + "=")) {
                return Locale.forLanguageTag(arguments[i].substring(LANGUAGE.length() + 1));
            }
        }
        return Locale.getDefault();
    }

    int execute(String... arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (OutOfMemoryError e) {
            terminal.note(prefix("") + new Faults(terminal.words()).say(e));
            return ExitCode.REFUSED;
        } finally {
            terminal.out().flush();
        }
    }

    /// The commands with their words; also what the documentation is checked against.
    CommandLine commandLine() {
        CommandLine line = new CommandLine(RootCommand.class, new Commands(terminal, window));
        Faults faults = new Faults(terminal.words());
        line.setResourceBundle(new WordsBundle(terminal.words()));
        line.setOut(new java.io.PrintWriter(terminal.out(), true, terminal.out().charset()));
        line.setErr(new java.io.PrintWriter(terminal.err(), true, terminal.err().charset()));
        line.setAbbreviatedOptionsAllowed(false);
        line.setParameterExceptionHandler((fault, given) -> {
            String command = fault.getCommandLine().getCommandSpec().qualifiedName();
            terminal.note(command + ": " + faults.say(fault) + " (" + command + " --help)");
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((fault, at, parsed) -> {
            terminal.note(at.getCommandSpec().qualifiedName() + ": " + faults.say(fault));
            return ExitCode.REFUSED;
        });
        headings(line);
        return line;
    }

    private void headings(CommandLine line) {
        var usage = line.getCommandSpec().usageMessage();
        usage.synopsisHeading(terminal.words().get("cli.help.usage") + " ");
        usage.parameterListHeading("%n" + terminal.words().get("cli.help.parameters") + "%n");
        usage.optionListHeading("%n" + terminal.words().get("cli.help.options") + "%n");
        usage.commandListHeading("%n" + terminal.words().get("cli.help.commands") + "%n");
        usage.synopsisSubcommandLabel(terminal.words().get("cli.help.command"));
        usage.width(100);
        usage.adjustLineBreaksForWideCJKCharacters(true);
        line.getSubcommands().values().forEach(this::headings);
    }

    private static String prefix(String command) {
        return command.isEmpty() ? "readingroom: " : "readingroom " + command + ": ";
    }

    /// Makes commands with their terminal, everything else as picocli does.
    private record Commands(Terminal terminal, DesktopWindow window) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == RootCommand.class) {
                return type.cast(new RootCommand(terminal, window));
            }
            if (type == ScreenshotsCommand.class) {
                return type.cast(new ScreenshotsCommand(terminal, window));
            }
            if (HeadlessCommand.class.isAssignableFrom(type)) {
                var constructor = type.getDeclaredConstructor(Terminal.class);
                return constructor.newInstance(terminal);
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /// The names of all commands, in the order of the help.
    List<String> names() {
        return List.copyOf(commandLine().getSubcommands().keySet());
    }
}
