package org.readingroom.desktop.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// One command of the command line.
abstract class HeadlessCommand implements Callable<Integer> {
    protected final Terminal terminal;

    @Spec
    protected CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "${bundle:cli.option.help}")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @SuppressWarnings("NullAway.Init") // picocli sets `spec` before anything runs
    HeadlessCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Does the work and returns the exit code.
    abstract int run() throws WorkstationException, IOException;

    @Override
    public final Integer call() throws WorkstationException, IOException {
        return run();
    }

    protected String words(String key, Object... arguments) {
        return terminal.words().get(key, arguments);
    }

    /// A fault in how the command was given; ends with exit code 2.
    protected UsageException usage(String key, Object... arguments) {
        return new UsageException(spec.commandLine(), words(key, arguments));
    }
}
