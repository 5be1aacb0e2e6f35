package org.readingroom.report.ui;

import org.readingroom.report.model.Section;

/// Where words go in a section: behind which sentence a new one stands.
public final class SectionWords {
    private SectionWords() {}

    /// The index behind the sentence that `caret` is in or at the end of.
    public static int after(Section section, int caret) {
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
