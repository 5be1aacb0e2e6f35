package org.readingroom.desktop.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.services.dimse.Echo;
import org.readingroom.services.dimse.Peer;
import org.readingroom.services.dimse.TlsTrust;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `echo`: asks another DICOM program whether it is there and knows this one.
@Command(name = "echo", description = "${bundle:cli.echo.description}")
final class EchoCommand extends HeadlessCommand {
    @Parameters(index = "0", paramLabel = "HOST", description = "${bundle:cli.echo.host}")
    private String host = "";

    @Parameters(index = "1", paramLabel = "PORT", description = "${bundle:cli.echo.port}")
    private int port;

    @Option(names = "--called", paramLabel = "AE", required = true, description = "${bundle:cli.echo.called}")
    private String called = "";

    @Option(names = "--calling", paramLabel = "AE", description = "${bundle:cli.echo.calling}")
    private String calling = AeTitle.OURS.value();

    @Option(names = "--tls", description = "${bundle:cli.echo.tls}")
    private boolean tls;

    @Option(names = "--trust", paramLabel = "PEM", description = "${bundle:cli.echo.trust}")
    private @Nullable Path trust;

    EchoCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.echo~1]
    @Override
    int run() throws WorkstationException {
        Peer peer = Peer.of(called, host, port);
        DimseOptions options = DimseOptions.DEFAULT.withTls(tls || trust != null ? TlsTrust.of(trust) : null);
        try (LaneRunner lanes = new LaneRunner(Runnable::run)) {
            Duration took = Echo.ask(peer, AeTitle.of(calling), options, lanes);
            terminal.line(words("cli.echo.done", peer.aeTitle().value(), peer.address(), took.toMillis()));
        }
        return ExitCode.DONE;
    }
}
