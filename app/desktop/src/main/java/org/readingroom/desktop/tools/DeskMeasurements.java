package org.readingroom.desktop.tools;

import java.util.List;
import java.util.Optional;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Side;
import org.readingroom.report.ui.MeasurementSource;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;

/// Hands the report what is measured on the desk, with the place to show it again.
// [impl->req~tools.measurement-source~1]
public final class DeskMeasurements implements MeasurementSource {
    private final MarksModel marks;
    private final ReadingDeskModel desk;

    public DeskMeasurements(MarksModel marks, ReadingDeskModel desk) {
        this.marks = marks;
        this.desk = desk;
    }

    @Override
    public Optional<Finding> current() {
        return marks.current()
                .filter(annotation -> marks.isOfRead(annotation.id()))
                .map(annotation -> new Finding(
                        null, null, Side.NONE, List.of(marks.measured(annotation)), List.of(anchor(annotation))));
    }

    @Override
    public Optional<ReportSentence> sentence(ReportLanguage language) {
        return marks.prepared()
                .map(prepared -> prepared.apply(language))
                .or(() -> MeasurementSource.super.sentence(language));
    }

    @Override
    public Optional<Measured> measured(AnnotationId annotation) {
        return marks.find(annotation).map(marks::measuredInEveryUnit);
    }

    private EvidenceAnchor anchor(Annotation annotation) {
        return new EvidenceAnchor(
                annotation.placement().series(),
                annotation.placement().referencedFrame().orElse(null),
                annotation.id(),
                SeenWindow.of(desk.activeProperty().get()));
    }
}
