package org.readingroom.desktop.cli;

import java.io.IOException;
import java.util.Locale;
import org.readingroom.services.home.Session;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEvent;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outbox`: what waits for the hospital's servers, and the story of each entry.
@Command(name = "outbox", description = "${bundle:cli.outbox.description}")
final class OutboxCommand extends HeadlessCommand {
    @Option(names = "--story", description = "${bundle:cli.outbox.story}")
    private boolean story;

    @Mixin
    private HomeOptions home = new HomeOptions();

    OutboxCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.archive~1]
    @Override
    int run() throws WorkstationException, IOException {
        return home.signedIn(this, (session, password) -> list(session));
    }

    private int list(Session session) throws WorkstationException {
        for (OutboxEntry entry : session.outbox().entries()) {
            terminal.line(String.join(
                    "\t",
                    entry.id().toString(),
                    entry.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entry.created().toString(),
                    entry.kind(),
                    entry.target(),
                    entry.study().value(),
                    String.valueOf(entry.attempts()),
                    String.valueOf(entry.bytes())));
            if (story) {
                for (OutboxEvent event : session.outbox().story(entry.id()).events()) {
                    terminal.line(String.join(
                            "\t",
                            "",
                            event.at().toString(),
                            words(event.kind().messageKey()),
                            event.reasonKey().isEmpty() ? "" : words(event.reasonKey()),
                            StudiesCommand.plain(event.words())));
                }
            }
        }
        return ExitCode.DONE;
    }
}
