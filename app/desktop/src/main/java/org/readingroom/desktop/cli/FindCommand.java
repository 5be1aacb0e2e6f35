package org.readingroom.desktop.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `find`: looks for studies in the hospital's archive.
@Command(name = "find", description = "${bundle:cli.find.description}")
final class FindCommand extends HeadlessCommand {
    private static final int PAGE = 100;

    @Option(names = "--name", paramLabel = "NAME", description = "${bundle:cli.find.name}")
    private String name = "";

    @Option(names = "--id", paramLabel = "ID", description = "${bundle:cli.find.id}")
    private String id = "";

    @Option(names = "--accession", paramLabel = "NUMBER", description = "${bundle:cli.find.accession}")
    private String accession = "";

    @Option(names = "--from", paramLabel = "DATE", description = "${bundle:cli.find.from}")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "${bundle:cli.find.to}")
    private @Nullable LocalDate to;

    @Option(names = "--modality", paramLabel = "CS", split = ",", description = "${bundle:cli.find.modality}")
    private List<String> modalities = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "${bundle:cli.find.limit}")
    private int limit = PAGE;

    @Mixin
    private HomeOptions home = new HomeOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    FindCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.archive~1]
    @Override
    int run() throws WorkstationException, IOException {
        if (name.isBlank() && id.isBlank() && accession.isBlank() && from == null && to == null) {
            throw usage("cli.find.nothing");
        }
        return home.signedIn(this, (session, password) -> find(session));
    }

    static Archive archive(Session session) throws WorkstationException {
        return session.hospital()
                .archive()
                .orElseThrow(() -> new CommandRefusedException("cli.archive.none", List.of()));
    }

    private int find(Session session) throws WorkstationException {
        Archive archive = archive(session);
        List<String> wanted = modalities.stream()
                .map(each -> each.strip().toUpperCase(Locale.ROOT))
                .toList();
        StudyQuery query = new StudyQuery(id, name, accession, from, to, wanted, null);
        int shown = 0;
        int next = 0;
        while (next >= 0 && shown < limit) {
            StudyPage page = archive.studies(query, next, Math.min(PAGE, limit - shown), Progress.IGNORED);
            for (Study study : page.studies()) {
                terminal.line(json.isOn() ? JsonOption.text(facts(study)) : fields(study));
            }
            shown += page.studies().size();
            next = page.next();
        }
        session.audit().append(Action.EXECUTE, "archive.search", null, Outcome.SUCCESS, String.valueOf(shown));
        return ExitCode.DONE;
    }

    private static String fields(Study study) {
        return String.join(
                "\t",
                study.uid().value(),
                study.dateTime() == null ? "" : study.dateTime().toString(),
                StudiesCommand.plain(String.join("/", study.modalities())),
                StudiesCommand.plain(study.patient().id().value()),
                StudiesCommand.plain(study.patient().name().display()),
                StudiesCommand.plain(study.accessionNumber()),
                StudiesCommand.plain(study.description()),
                study.seriesCount() + "/" + study.instanceCount());
    }

    private static Map<String, Object> facts(Study study) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("studyInstanceUid", study.uid().value());
        facts.put("dateTime", study.dateTime() == null ? null : study.dateTime().toString());
        facts.put("modalities", study.modalities());
        facts.put("patientId", study.patient().id().value());
        facts.put("patientName", study.patient().name().display());
        facts.put("accessionNumber", study.accessionNumber());
        facts.put("description", study.description());
        facts.put("series", study.seriesCount());
        facts.put("instances", study.instanceCount());
        return facts;
    }
}
