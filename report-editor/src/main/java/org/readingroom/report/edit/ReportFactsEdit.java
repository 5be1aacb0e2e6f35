package org.readingroom.report.edit;

import java.util.List;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.viewer.edit.Edit;

/// Puts the mark of the conclusion and the key images in the place of others; the words stay as they are.
///
/// **Errors:** [IllegalArgumentException] when applied to a report that has others than it was made for.
// [impl->req~report.edits.reversible~1]
public record ReportFactsEdit(
        Polarity conclusionBefore,
        Polarity conclusionAfter,
        List<KeyImage> imagesBefore,
        List<KeyImage> imagesAfter,
        String labelKey)
        implements Edit<Report> {
    public ReportFactsEdit {
        imagesBefore = List.copyOf(imagesBefore);
        imagesAfter = List.copyOf(imagesAfter);
    }

    static ReportFactsEdit of(Report before, Report after, String labelKey) {
        return new ReportFactsEdit(
                before.conclusion(), after.conclusion(), before.keyImages(), after.keyImages(), labelKey);
    }

    @Override
    public Report apply(Report report) {
        return exchange(report, conclusionBefore, imagesBefore, conclusionAfter, imagesAfter);
    }

    @Override
    public Report revert(Report report) {
        return exchange(report, conclusionAfter, imagesAfter, conclusionBefore, imagesBefore);
    }

    private static Report exchange(
            Report report, Polarity fromMark, List<KeyImage> fromImages, Polarity toMark, List<KeyImage> toImages) {
        if (report.conclusion() != fromMark || !report.keyImages().equals(fromImages)) {
            throw new IllegalArgumentException("edit was made for another conclusion or other key images");
        }
        return report.withConclusion(toMark).withKeyImages(toImages);
    }
}
