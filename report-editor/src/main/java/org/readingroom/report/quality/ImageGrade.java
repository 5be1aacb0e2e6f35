package org.readingroom.report.quality;

import org.readingroom.report.model.ReportLanguage;

/// How good the images of a study are, the best first.
///
/// **Source:** clause 8.2.3(1), 甲乙丙丁.
public enum ImageGrade {
    /// 甲: nothing to object to.
    A("甲"),
    /// 乙: small defects that do not hinder the diagnosis.
    B("乙"),
    /// 丙: defects that hinder, and a diagnosis is still possible.
    C("丙"),
    /// 丁: no diagnosis can rest on them.
    D("丁");

    private final String chinese;

    ImageGrade(String chinese) {
        this.chinese = chinese;
    }

    /// As it is written beside a study.
    public String name(ReportLanguage language) {
        return language == ReportLanguage.CHINESE ? chinese : name();
    }

    public String messageKey() {
        return "report.image-grade." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /// True when `other` is better than this.
    public boolean isWorseThan(ImageGrade other) {
        return ordinal() > other.ordinal();
    }
}
