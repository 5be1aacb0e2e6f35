package org.readingroom.report.quality;

import org.readingroom.report.model.ReportLanguage;

/// Something wrong with images, as the rule file named it when it was ticked: the words stay with a grade even when
/// the file has changed since.
public record ImageDefect(String id, String nameZh, String nameEn) {
    public ImageDefect {
        if (id.isBlank() || nameZh.isBlank() || nameEn.isBlank()) {
            throw new IllegalArgumentException("a defect without an id or a name: " + id);
        }
    }

    public String name(ReportLanguage language) {
        return language == ReportLanguage.CHINESE ? nameZh : nameEn;
    }
}
