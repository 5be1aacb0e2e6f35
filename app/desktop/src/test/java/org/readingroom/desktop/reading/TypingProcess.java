package org.readingroom.desktop.reading;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.ui.MeasurementSource;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.report.ui.ReportPorts;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// A person who types without end, a letter every twentieth of a second, with the program's own editor, drafts and
/// store, and without its window.
///
/// Argument: the home. Prints `READY`, then for every letter how many there are and when, in milliseconds since 1970.
public final class TypingProcess {
    private TypingProcess() {}

    public static void main(String[] arguments) throws Exception {
        ScheduledExecutorService fx = Executors.newSingleThreadScheduledExecutor();
        Home home =
                Home.openOrCreateDemo(Path.of(arguments[0]), QuickHome.options(Clock.systemUTC()), Progress.IGNORED);
        Session session = QuickHome.signIn(home, "radiologist");
        Study study = session.studies().studies().getFirst();
        OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
        ReportBase base = new ReportBase(session.reports(), open.base());
        ReportPorts ports = new ReportPorts(
                new ReportDrafts(new TwoThreads(fx), base),
                (report, stage, reason, password, answer) -> {},
                new NoMarks(),
                anchor -> {},
                (wait, action) -> {
                    var later = fx.schedule(action, wait.toMillis(), TimeUnit.MILLISECONDS);
                    return () -> later.cancel(false);
                },
                InstantSource.system(),
                ZoneId.systemDefault());
        ReportEditorViewModel model = fx.submit(() -> new ReportEditorViewModel(
                        open.report(),
                        open.versions(),
                        session.reports().author(),
                        SigningRules.shipped(),
                        new ReportChecks(CheckRules.shipped()),
                        TemplateLibrary.shipped(),
                        ports))
                .get();
        say("READY");
        int[] typed = {model.report().text(SectionKind.FINDINGS).length()};
        fx.scheduleAtFixedRate(
                () -> {
                    typed[0]++;
                    model.type(SectionKind.FINDINGS, "肺".repeat(typed[0]));
                    say(typed[0] + " " + System.currentTimeMillis());
                },
                0,
                50,
                TimeUnit.MILLISECONDS);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// Work on a thread of its own, answers on the one that stands for `fx`.
    private record TwoThreads(ScheduledExecutorService fx, ScheduledExecutorService io) implements TaskRunner {
        TwoThreads(ScheduledExecutorService fx) {
            this(fx, Executors.newSingleThreadScheduledExecutor());
        }

        @Override
        public <T> Handle start(
                Lane lane, Priority priority, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            var running = io.submit(() -> {
                try {
                    T result = work.call();
                    fx.execute(() -> done.accept(result));
                } catch (Exception e) {
                    fx.execute(() -> failed.accept(e));
                }
                return List.of();
            });
            return () -> running.cancel(false);
        }

        @Override
        public Handle start(Lane lane, Priority priority, Runnable work) {
            var running = io.submit(work);
            return () -> running.cancel(false);
        }
    }

    /// Nothing is measured.
    private record NoMarks() implements MeasurementSource {
        @Override
        public Optional<Finding> current() {
            return Optional.empty();
        }

        @Override
        public Optional<Measured> measured(AnnotationId annotation) {
            return Optional.empty();
        }
    }
}
