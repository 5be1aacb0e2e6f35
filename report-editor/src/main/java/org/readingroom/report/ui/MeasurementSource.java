package org.readingroom.report.ui;

import java.util.Optional;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.text.SentenceWriter;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;

/// What the reading desk has measured. Called on `fx`.
public interface MeasurementSource {
    /// The selected mark, or the newest one, ready to become a sentence.
    Optional<Finding> current();

    /// What goes into the report now: a sentence that was prepared, else [#current()] in words.
    default Optional<ReportSentence> sentence(ReportLanguage language) {
        return current().map(finding -> new SentenceWriter().write(finding, language));
    }

    /// The numbers of one mark as they are now; empty when the mark is gone.
    Optional<Measured> measured(AnnotationId annotation);
}
