package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.tools.DeskMeasurements;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.ui.MissingImages;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReportService;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Opens the report that belongs to the open study, and puts it away with it.
///
/// **Thread:** FX.
public final class ReportPlace {
    private final ReportService reports;
    private final TaskRunner runner;
    private final ReadingDeskModel desk;
    private final MarksModel marks;
    private final StatusViewModel status;
    private final Words words;
    private final Consumer<SignedReport> signed;
    private final Function<StudyUid, Optional<MissingImages>> missing;
    private final ReadOnlyObjectWrapper<@Nullable OpenedReport> opened = new ReadOnlyObjectWrapper<>();
    private final List<OpenedReport> leaving = new ArrayList<>();
    private @Nullable Handle opening;
    private int asked;

    /// `runner` is the one that counts what is still being kept; `missing` says what is not here of a study; `signed`
    /// is told of each signature.
    public ReportPlace(
            ReportService reports,
            TaskRunner runner,
            ReadingDeskModel desk,
            MarksModel marks,
            StatusViewModel status,
            Words words,
            Function<StudyUid, Optional<MissingImages>> missing,
            Consumer<SignedReport> signed) {
        this.reports = reports;
        this.runner = runner;
        this.desk = desk;
        this.marks = marks;
        this.status = status;
        this.words = words;
        this.missing = missing;
        this.signed = signed;
        marks.addListener(() -> {
            OpenedReport now = opened.get();
            if (now != null) {
                now.model().marksChanged();
            }
        });
        marks.selectedProperty().subscribe(this::light);
    }

    private void light(@Nullable AnnotationId selected) {
        OpenedReport now = opened.get();
        if (now != null) {
            now.model().evidence().light(Optional.ofNullable(selected));
        }
    }

    /// The report on the screen; null while there is none.
    public ReadOnlyObjectProperty<@Nullable OpenedReport> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /// True when every word of this report and of those before it is on disk.
    public boolean isSaved() {
        leaving.removeIf(OpenedReport::isSaved);
        OpenedReport now = opened.get();
        return leaving.isEmpty() && (now == null || now.isSaved());
    }

    /// Whether the report of `study` is signed and nobody writes on; its marks are locked then.
    ///
    /// **Thread:** any but FX.
    public boolean isAtRest(StudyUid study) throws WorkstationException {
        return reports.isAtRest(study);
    }

    /// Takes up the report of `study`, as it is once those that were left are stored; null puts the one before away.
    public void open(@Nullable Study study) {
        asked++;
        if (opening != null) {
            opening.cancel();
            opening = null;
        }
        OpenedReport before = opened.get();
        if (before != null) {
            before.close();
            leaving.add(before);
            opened.set(null);
        }
        if (study == null) {
            return;
        }
        int mine = asked;
        afterLeaving(List.copyOf(leaving).iterator(), () -> {
            if (mine == asked) {
                read(study);
            }
        });
    }

    /// Tries no longer to keep words of reports that were left: the session ends.
    public void end() {
        leaving.forEach(OpenedReport::end);
    }

    private static void afterLeaving(Iterator<OpenedReport> left, Runnable then) {
        if (left.hasNext()) {
            left.next().whenAnswered(() -> afterLeaving(left, then));
        } else {
            then.run();
        }
    }

    private void read(Study study) {
        ReportLanguage language = ReportLanguage.of(words.locale());
        opening = runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> reports.open(study, language, ""),
                this::show,
                fault -> status.say(Tone.CRITICAL, words.about(fault)));
    }

    private void show(OpenReport report) {
        opening = null;
        OpenedReport shown = new OpenedReport(
                report,
                reports,
                runner,
                new DeskMeasurements(marks, desk),
                new DeskEvidence(desk, marks),
                () -> missing.apply(report.report().study().study()),
                words,
                done -> {
                    marks.closeForSignature(done.report().study().study());
                    signed.accept(done);
                });
        opened.set(shown);
        light(marks.selectedProperty().get());
        if (!report.versions().isEmpty() && shown.isLocked()) {
            marks.closeForSignature(report.report().study().study());
        }
    }
}
