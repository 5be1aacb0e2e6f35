package org.readingroom.desktop.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.readingroom.services.audit.AuditVerdict;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `audit`: the trail of who did what.
@Command(name = "audit", description = "${bundle:cli.audit.description}", subcommands = AuditCommand.Verify.class)
final class AuditCommand extends HeadlessCommand {
    AuditCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run() {
        throw usage("cli.usage.no-command");
    }

    /// `audit verify`: checks the whole chain; a break makes the exit code 1.
    @Command(name = "verify", description = "${bundle:cli.audit.verify.description}")
    static final class Verify extends HeadlessCommand {
        @Mixin
        private HomeOptions home = new HomeOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        Verify(Terminal terminal) {
            super(terminal);
        }

        // [impl->req~cli.audit~1]
        @Override
        int run() throws WorkstationException, IOException {
            return home.signedIn(this, (session, password) -> verify(session));
        }

        private int verify(Session session) throws WorkstationException {
            AuditVerdict verdict = session.audit().verify();
            if (json.isOn()) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("events", verdict.events());
                facts.put("intact", verdict.isIntact());
                facts.put(
                        "findings",
                        verdict.findings().stream()
                                .map(finding -> Map.of("key", finding.messageKey(), "sequence", finding.sequence()))
                                .toList());
                terminal.line(JsonOption.text(facts));
            } else {
                verdict.findings().forEach(finding -> terminal.line(words(finding.messageKey(), finding.sequence())));
                terminal.line(words(verdict.isIntact() ? "cli.audit.intact" : "cli.audit.broken", verdict.events()));
            }
            return verdict.isIntact() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }
}
