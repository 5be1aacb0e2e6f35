package org.readingroom.desktop.boot;

import java.util.HashSet;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.readingroom.desktop.desk.DeskStudies;
import org.readingroom.desktop.desk.DeskStudy;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.services.reading.ReportService;
import org.readingroom.viewer.model.StudyUid;

/// Brings the marks of each further study to the desk with it, and takes them off with it; those on which a signed
/// report rests stay as they are.
///
/// **Thread:** FX.
// [impl->req~tools.marks-of-studies~1]
final class MarksBeside {
    private final DeskStudies studies;
    private final MarksModel marks;
    private final ReportService reports;
    private final Set<StudyUid> here = new HashSet<>();

    MarksBeside(DeskStudies studies, MarksModel marks, ReportService reports) {
        this.studies = studies;
        this.marks = marks;
        this.reports = reports;
        studies.all().addListener((ListChangeListener<DeskStudy>) change -> follow());
    }

    private void follow() {
        for (StudyUid gone : Set.copyOf(here)) {
            if (studies.of(gone).filter(study -> !study.isCurrent()).isEmpty()) {
                here.remove(gone);
                marks.closeBeside(gone);
            }
        }
        for (DeskStudy study : studies.all()) {
            StudyUid uid = study.study().uid();
            if (!study.isCurrent() && here.add(uid)) {
                marks.openBeside(uid, () -> !reports.versions(uid).isEmpty());
            }
        }
    }
}
