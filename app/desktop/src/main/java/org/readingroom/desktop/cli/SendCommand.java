package org.readingroom.desktop.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `send`: gives the images of a study to the hospital's archive, and tells which it did not take.
@Command(name = "send", description = "${bundle:cli.send.description}")
final class SendCommand extends HeadlessCommand {
    /// chosen: what is held in memory at a time.
    private static final int BATCH = 20;

    @Parameters(paramLabel = "STUDY", description = "${bundle:cli.report.study}")
    private String uid = "";

    @Mixin
    private HomeOptions home = new HomeOptions();

    SendCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.archive~1]
    @Override
    int run() throws WorkstationException, IOException {
        return home.signedIn(this, (session, password) -> send(session));
    }

    private int send(Session session) throws WorkstationException {
        Archive archive = FindCommand.archive(session);
        Study study = ReportCommand.study(session, uid);
        List<StoredInstance> instances = new ArrayList<>();
        for (Series series : session.studies().series(study.uid())) {
            instances.addAll(session.studies().instances(series.uid()));
        }
        int stored = 0;
        int refused = 0;
        session.audit().append(Action.READ, "study.send", study.uid().value(), Outcome.SUCCESS, "");
        for (int from = 0; from < instances.size(); from += BATCH) {
            StoreAnswer answer = send(
                    session, archive, study.uid(), instances.subList(from, Math.min(instances.size(), from + BATCH)));
            stored += answer.stored().size();
            refused += answer.refused().size();
            for (StoreAnswer.Refused each : answer.refused()) {
                terminal.line(each.instance().value() + "\t" + words(each.messageKey()));
            }
        }
        terminal.line(words("cli.send.done", stored, instances.size()));
        return refused == 0 && stored == instances.size() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static StoreAnswer send(Session session, Archive archive, StudyUid study, List<StoredInstance> some)
            throws WorkstationException {
        List<byte[]> files = new ArrayList<>();
        for (StoredInstance each : some) {
            files.add(session.studies().bytes(each.uid()));
        }
        return archive.store(study, files, Progress.IGNORED);
    }
}
