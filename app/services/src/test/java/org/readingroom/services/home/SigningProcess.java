package org.readingroom.services.home;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.identity.LockoutPolicy;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A process that signs one study after the other and says so, until it is stopped.
///
/// Arguments: the home; from which study on, by Study Instance UID order; how many; at which write of the signing to
/// end at once, 0 for none. Prints `DRAFT uid`, `SIGNED uid`, `FAILED uid key`.
public final class SigningProcess {
    private SigningProcess() {}

    public static void main(String[] arguments) throws WorkstationException {
        Path path = Path.of(arguments[0]);
        int from = Integer.parseInt(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        int haltAt = Integer.parseInt(arguments[3]);
        AtomicInteger steps = new AtomicInteger(Integer.MIN_VALUE);
        WriteProbe probe = step -> {
            // Between the end of one write and the beginning of the next the disk is the same.
            if (!step.equals("write done") && steps.incrementAndGet() == haltAt) {
                // As a kill: no shutdown hook, no finally, no flush.
                Runtime.getRuntime().halt(9);
            }
        };
        HomeOptions options = QuickHome.options(Clock.systemUTC())
                .withProbe(probe)
                .withLockout(new LockoutPolicy(1000, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .withRenderer(versions -> "%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Home home = Home.openOrCreateDemo(path, options, Progress.IGNORED);
        Session session = QuickHome.signIn(home, "radiologist");
        List<Study> studies = session.studies().studies().stream()
                .filter(study -> study.uid().value().startsWith("2.25.100"))
                .sorted(Comparator.comparing(study -> study.uid().value()))
                .toList();
        for (Study study : studies.subList(from, Math.min(from + count, studies.size()))) {
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            Report report = Reports.written(open.report(), "右肺结节。");
            try {
                session.reports().saveDraft(report, open.baseVersion());
                say("DRAFT " + study.uid());
                steps.set(haltAt == 0 ? Integer.MIN_VALUE : 0);
                session.reports().sign(report, open.baseVersion(), Stage.PRIMARY, "", "demo".toCharArray());
                steps.set(Integer.MIN_VALUE);
                say("SIGNED " + study.uid());
            } catch (WorkstationException e) {
                say("FAILED " + study.uid() + " " + e.messageKey());
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static void say(String words) {
        System.out.println(words);
        System.out.flush();
    }
}
