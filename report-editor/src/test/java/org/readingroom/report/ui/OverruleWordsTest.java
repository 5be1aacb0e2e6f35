package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.check.overrule~1]
class OverruleWordsTest {
    private static final String TYPO = "胸廓对称。右肺上叶见结截。纵隔未见肿大淋巴结。";

    private final ReportEditorViewModel model =
            new EditorBench().model(SampleReports.chestCt(), SampleReports.radiologist());

    private static EditorWords words(Locale locale) {
        return new EditorWords(new SimpleObjectProperty<>(Messages.of(locale)));
    }

    @Test
    void whatStandsIsSaidAsTheChecksSaidIt() {
        model.type(SectionKind.FINDINGS, TYPO);
        Overrule made = model.live()
                .overrule(
                        model.checks().stream()
                                .filter(one -> one.checkId().equals("typo"))
                                .findFirst()
                                .orElseThrow(),
                        "原文如此")
                .orElseThrow();
        String chinese = OverruleWords.of(made, model.live(), words(Locale.SIMPLIFIED_CHINESE), ZoneOffset.UTC);
        String english = OverruleWords.of(made, model.live(), words(Locale.ENGLISH), ZoneOffset.UTC);
        assertEquals("已保留：“结截”应为“结节”？ – 原文如此", chinese.substring(0, chinese.indexOf('（')));
        assertEquals("Let stand: “结截”: “结节” is meant? – 原文如此", english.substring(0, english.indexOf(" (")));
        assertFalse(chinese.contains("["), chinese);
        assertEquals(List.of(made), model.live().standingProperty().get());
        model.type(SectionKind.FINDINGS, TYPO.replace("结截", "结节"));
        assertEquals(List.of(), model.live().standingProperty().get());
    }
}
