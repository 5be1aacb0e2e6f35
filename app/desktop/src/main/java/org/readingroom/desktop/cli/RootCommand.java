package org.readingroom.desktop.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.SettingsFile;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `readingroom` itself: without a command it opens the window.
@Command(
        name = "readingroom",
        description = "${bundle:cli.root.description}",
        subcommands = {
            ImportCommand.class,
            StudiesCommand.class,
            DumpCommand.class,
            ShowCommand.class,
            PixelsCommand.class,
            RenderCommand.class,
            PatternCommand.class,
            MprCommand.class,
            SceneCommand.class,
            MeasureCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            AuditCommand.class,
            EchoCommand.class,
            FindCommand.class,
            FetchCommand.class,
            SendCommand.class,
            OutboxCommand.class,
            ScreenshotsCommand.class,
            BenchCommand.class
        })
final class RootCommand extends HeadlessCommand {
    private final DesktopWindow window;

    @Option(names = "--home", paramLabel = "DIR", description = "${bundle:cli.option.home}")
    private @Nullable Path home;

    @Option(names = "--demo", description = "${bundle:cli.option.demo}")
    private boolean demo;

    @Option(names = "--servers", paramLabel = "FILE", description = "${bundle:cli.option.servers}")
    private @Nullable Path servers;

    @Option(names = "--version", description = "${bundle:cli.option.version}")
    private boolean version;

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            scope = ScopeType.INHERIT,
            description = "${bundle:cli.option.language}")
    @SuppressWarnings("UnusedVariable") // read before the words of the help are chosen
    private String language = "";

    RootCommand(Terminal terminal, DesktopWindow window) {
        super(terminal);
        this.window = window;
    }

    @Override
    int run() throws WorkstationException {
        if (version) {
            terminal.line("Reading Room " + Version.text());
            return ExitCode.DONE;
        }
        window.open(home, demo, terminal.words().locale(), null, servers == null ? null : SettingsFile.read(servers));
        return ExitCode.DONE;
    }
}
