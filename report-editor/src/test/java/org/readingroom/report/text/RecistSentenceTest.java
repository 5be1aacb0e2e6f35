package org.readingroom.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.RecistColumn;
import org.readingroom.viewer.recist.Response;

// [utest->req~recist.report~1]
class RecistSentenceTest {
    private static RecistColumn column(
            @Nullable Double sum, @Nullable Double baseline, @Nullable Double nadir, @Nullable Response overall) {
        return new RecistColumn(
                new FollowUp.Timepoint(new StudyUid("2.25.1"), LocalDate.of(2026, 1, 1)),
                sum,
                baseline,
                nadir,
                overall,
                null,
                overall,
                List.of());
    }

    private static String text(RecistColumn column, ReportLanguage language) {
        return RecistSentence.of(column, List.of(), language).text();
    }

    @Test
    void theSentenceSaysSumChangesAndThatTheResponseIsProposed() {
        RecistColumn column = column(63.0, 90.4, 52.2, Response.PD);
        assertEquals(
                "RECIST 1.1: sum of target diameters 63.0 mm, baseline 90.4 mm (-27.4 mm, -30.3%), smallest 52.2 mm"
                        + " (+10.8 mm, +20.7%), computed proposal: progressive disease (PD).",
                text(column, ReportLanguage.ENGLISH));
        assertEquals(
                "RECIST 1.1：靶病灶径线总和 63.0 mm，基线 90.4 mm (-27.4 mm, -30.3%)，最小值 52.2 mm (+10.8 mm,"
                        + " +20.7%)，计算建议：疾病进展（PD）。",
                text(column, ReportLanguage.CHINESE));
        ReportSentence sentence = RecistSentence.of(column, List.of(), ReportLanguage.ENGLISH);
        assertEquals(SentenceOrigin.MACHINE, sentence.origin(), "a person has to take it over");
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        assertEquals("RECIST 1.1: no response proposed.", text(column(null, null, null, null), ReportLanguage.ENGLISH));
        assertEquals(
                "RECIST 1.1: sum of target diameters 6.0 mm, smallest 0.0 mm (+6.0 mm), computed proposal: progressive"
                        + " disease (PD).",
                text(column(6.0, null, 0.0, Response.PD), ReportLanguage.ENGLISH));
    }
}
