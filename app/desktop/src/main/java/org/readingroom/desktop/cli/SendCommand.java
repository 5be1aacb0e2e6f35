package org.readingroom.desktop.cli;

import java.io.IOException;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.export.StudySend;
import org.readingroom.services.home.Session;
import org.readingroom.services.hospital.ServerPlace;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `send`: gives the images of a study to the hospital's archive, and tells which it did not take.
@Command(name = "send", description = "${bundle:cli.send.description}")
final class SendCommand extends HeadlessCommand {
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
        String code = session.hospital().servers().dicomWeb() == null
                ? ServerPlace.DIMSE.code()
                : ServerPlace.DICOM_WEB.code();
        StudySend sender = new StudySend(session.studies(), session.gate(), session.audit());
        StudySend.Result result =
                sender.send(study.uid(), sender.objects(study.uid()), archive, code, Progress.IGNORED);
        for (StoreAnswer.Refused each : result.refused()) {
            terminal.line(each.instance().value() + "\t" + words(each.messageKey()));
        }
        terminal.line(words("cli.send.done", result.taken(), result.total()));
        WorkstationException fault = result.fault();
        if (fault != null) {
            throw fault;
        }
        return result.isWhole() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
