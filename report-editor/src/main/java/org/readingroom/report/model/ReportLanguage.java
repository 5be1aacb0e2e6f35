package org.readingroom.report.model;

import java.util.Locale;

/// The language a report is written in, apart from that of the window.
public enum ReportLanguage {
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE),
    ENGLISH("en", Locale.ENGLISH);

    private final String code;
    private final Locale locale;

    ReportLanguage(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /// Language subtag: `zh` or `en`.
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /// The report language for a window in `locale`: Chinese for Chinese, English for all else.
    public static ReportLanguage of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
