package org.readingroom.services.home;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.identity.LockoutPolicy;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A whole desk without its window: it drafts and signs one study after the other, while its outbox sends, until it
/// is stopped. It goes on where an earlier one was stopped.
///
/// Arguments: the home; how many drafts a study; who works, the radiologist who drafts and signs first or the senior
/// who reviews. Prints `READY`, `DRAFT uid edit`, `SIGNING uid`, `SIGNED uid version`, `EMPTY` when all is
/// signed and sent, `LEFT states` when that does not come within a minute.
public final class DeskProcess {
    private DeskProcess() {}

    public static void main(String[] arguments) throws Exception {
        int edits = Integer.parseInt(arguments[1]);
        HomeOptions options = QuickHome.options(Clock.systemUTC())
                .withLockout(new LockoutPolicy(1_000_000, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .withRenderer(_ -> new byte[] {'%', 'P', 'D', 'F'});
        Home home = Home.openOrCreateDemo(Path.of(arguments[0]), options, Progress.IGNORED);
        Session session = QuickHome.signIn(home, arguments[2]);
        say("READY");
        List<Study> studies = session.studies().studies().stream()
                .sorted(Comparator.comparing(study -> study.uid().value()))
                .toList();
        for (Study study : studies) {
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            int versions = open.versions().size();
            if (versions == 0 && arguments[2].equals("radiologist")) {
                draft(session, open.report(), edits);
            } else if (versions == 1 && arguments[2].equals("senior")) {
                sign(session, open.report(), 1, Stage.REVIEW);
            }
        }
        for (int tenths = 0; tenths < 600; tenths++) {
            if (session.outbox().entries().stream()
                    .noneMatch(entry -> entry.state().isOpen())) {
                say("EMPTY");
                session.close();
                home.close();
                return;
            }
            Thread.sleep(100);
        }
        say("LEFT "
                + session.outbox().entries().stream().map(OutboxEntry::state).toList());
    }

    private static void draft(Session session, Report words, int edits) throws WorkstationException {
        Report report = words;
        String uid = report.study().study().value();
        for (int edit = edit(report) + 1; edit <= edits; edit++) {
            report = Reports.written(report, "第 " + edit + " 稿");
            session.reports().saveDraft(report, 0);
            say("DRAFT " + uid + " " + edit);
        }
        sign(session, report, 0, Stage.PRIMARY);
    }

    private static void sign(Session session, Report report, int base, Stage stage) throws WorkstationException {
        say("SIGNING " + report.study().study().value());
        session.reports().sign(report, base, stage, "", "demo".toCharArray());
        say("SIGNED " + report.study().study().value() + " " + (base + 1));
    }

    /// Which draft these words are; 0 for none.
    static int edit(Report report) {
        String words =
                report.text(org.readingroom.report.model.SectionKind.IMPRESSION).strip();
        return words.isEmpty() ? 0 : Integer.parseInt(words.split(" ")[1]);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
