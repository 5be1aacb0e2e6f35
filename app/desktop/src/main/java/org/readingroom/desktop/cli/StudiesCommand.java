package org.readingroom.desktop.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.WorklistFilter;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `studies`: the worklist as lines of tab-separated fields.
@Command(name = "studies", description = "${bundle:cli.studies.description}")
final class StudiesCommand extends HeadlessCommand {
    @Option(names = "--find", paramLabel = "TEXT", description = "${bundle:cli.studies.find}")
    private String find = "";

    @Mixin
    private HomeOptions home = new HomeOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    StudiesCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.studies~1]
    @Override
    int run() throws WorkstationException, IOException {
        return home.signedIn(this, (session, password) -> list(session));
    }

    private int list(Session session) throws WorkstationException {
        WorklistFilter filter = new WorklistFilter(find);
        for (WorklistItem item : session.worklist().items()) {
            if (filter.test(item)) {
                terminal.line(json.isOn() ? JsonOption.text(facts(item)) : fields(item));
            }
        }
        return ExitCode.DONE;
    }

    private static String fields(WorklistItem item) {
        Study study = item.study();
        return String.join(
                "\t",
                study.uid().value(),
                study.dateTime() == null ? "" : study.dateTime().toString(),
                plain(String.join("/", study.modalities())),
                plain(study.patient().id().value()),
                plain(study.patient().name().display()),
                plain(study.accessionNumber()),
                plain(study.description()),
                study.seriesCount() + "/" + study.instanceCount(),
                item.state().name().toLowerCase(Locale.ROOT),
                item.priority().name().toLowerCase(Locale.ROOT));
    }

    /// Files hold tabs and line ends where the standard has none; they must not make other fields or lines.
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static Map<String, Object> facts(WorklistItem item) {
        Study study = item.study();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("studyInstanceUid", study.uid().value());
        facts.put("dateTime", study.dateTime() == null ? null : study.dateTime().toString());
        facts.put("modalities", study.modalities());
        facts.put("patientId", study.patient().id().value());
        facts.put("patientName", study.patient().name().display());
        facts.put("accessionNumber", study.accessionNumber());
        facts.put("description", study.description());
        facts.put("bodyPart", study.bodyPart());
        facts.put("series", study.seriesCount());
        facts.put("instances", study.instanceCount());
        facts.put("state", item.state().name());
        facts.put("priority", item.priority().name());
        return facts;
    }
}
