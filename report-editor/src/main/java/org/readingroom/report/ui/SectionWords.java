package org.readingroom.report.ui;

import java.util.List;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.template.ReportTemplate;

/// Where words may go in a section: which templates may fill, behind which sentence a new one stands.
final class SectionWords {
    private SectionWords() {}

    /// The sections of `template` that do not overwrite a person's own words, or evidence, in `report`.
    static List<Section> fillable(ReportTemplate template, Report report) {
        return template.fill(report).stream()
                .filter(section -> isReplaceable(report.section(section.kind())))
                .toList();
    }

    private static boolean isReplaceable(Section section) {
        return section.sentences().stream()
                .allMatch(sentence -> sentence.words().isEmpty()
                        || sentence.origin() == SentenceOrigin.TEMPLATE
                                && sentence.evidence().isEmpty());
    }

    /// The index behind the sentence that `caret` is in or at the end of.
    static int after(Section section, int caret) {
        int end = 0;
        for (int i = 0; i < section.sentences().size(); i++) {
            end += section.sentences().get(i).text().length();
            if (caret <= end) {
                return i + 1;
            }
        }
        return section.sentences().size();
    }
}
