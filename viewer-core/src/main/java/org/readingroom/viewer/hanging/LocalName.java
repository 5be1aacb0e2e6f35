package org.readingroom.viewer.hanging;

import java.util.Locale;

/// A name in both languages; one stands for the other where it is missing.
public record LocalName(String en, String zh) {
    public static final LocalName NONE = new LocalName("", "");

    public LocalName {
        en = en == null ? "" : en.strip();
        zh = zh == null ? "" : zh.strip();
    }

    /// What a person called it, in whichever language.
    public static LocalName of(String name) {
        return new LocalName(name, name);
    }

    public String in(Locale locale) {
        boolean isChinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        String wanted = isChinese ? zh : en;
        return !wanted.isEmpty() ? wanted : isChinese ? en : zh;
    }

    public boolean isEmpty() {
        return en.isEmpty() && zh.isEmpty();
    }
}
