package org.readingroom.desktop.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.Lesion;
import org.readingroom.viewer.recist.LesionReading;
import org.readingroom.viewer.recist.LesionRole;
import org.readingroom.viewer.recist.LesionState;
import org.readingroom.viewer.recist.RecistRules;

/// Changes worked out by hand.
// [utest->req~recist.table~1]
class FollowUpWordsTest {
    private static LesionReading measured(int month, double mm) {
        return LesionReading.measured(
                new StudyUid("2.25." + month),
                LocalDate.of(2026, month, 1),
                new Measurement(Quantity.LONG_AXIS, mm, Measurement.MILLIMETRE),
                new AnnotationId("m" + month));
    }

    private static LesionReading seen(int month, LesionState state) {
        return LesionReading.seen(new StudyUid("2.25." + month), LocalDate.of(2026, month, 1), state);
    }

    private static Lesion lesion(String name, LesionRole role, LesionReading... readings) {
        return new Lesion(name, role, false, "lung", List.of(readings));
    }

    @Test
    void absentAndTooSmallCountInTheChangesAndTheBaselineIsThatOfTheTable() {
        FollowUp followUp = new FollowUp(List.of(
                lesion(
                        "T1",
                        LesionRole.TARGET,
                        measured(1, 20),
                        seen(2, LesionState.ABSENT),
                        seen(3, LesionState.TOO_SMALL),
                        measured(4, 12)),
                lesion("X1", LesionRole.NEW, measured(3, 10), measured(4, 15))));
        List<FollowUpWords.Row> rows =
                new FollowUpWords(new Words(Locale.ENGLISH)).lesions(RecistRules.table(followUp));
        assertEquals(
                List.of(
                        "20.0 mm",
                        "absent  −20.0 mm (−100.0 %)",
                        "too small to measure (5 mm)  −15.0 mm (−75.0 %)  +5.0 mm from the smallest",
                        "12.0 mm  −8.0 mm (−40.0 %)  +12.0 mm from the smallest"),
                rows.get(0).cells());
        assertEquals(
                List.of("–", "–", "10.0 mm", "15.0 mm  +5.0 mm (+50.0 %) from the smallest"),
                rows.get(1).cells());
    }
}
