package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.Placement;

// [utest->req~annotation.calibration~1]
class CalibrationGesturesTest {
    private final FakeDesk desk = FakeDesk.unplaced();
    private final Hand hand = new Hand(desk);
    private final FakeView view = desk.slice0to9(4);

    private static Measurement length(FakeDesk of) {
        return of.marks
                .measured(of.marks.annotations().getFirst())
                .of(Quantity.LENGTH)
                .orElseThrow();
    }

    /// What the form does with its answer.
    private Annotation.Calibration calibrate(double mm, Annotation.Calibration.Scope scope) {
        desk.marks.toolProperty().set(ToolKind.CALIBRATION);
        hand.drag(view, 100, 300, 300, 300);
        Annotation.Length drawn =
                (Annotation.Length) hand.gestures.takeUnworded().orElseThrow();
        Annotation.Calibration calibration = new Annotation.Calibration(
                AnnotationId.random(),
                (Placement.OnFrame) drawn.placement(),
                drawn.start(),
                drawn.end(),
                mm,
                scope,
                "");
        desk.marks.edit(new AnnotationEdit.Add(calibration));
        desk.tasks.runAll();
        return calibration;
    }

    @Test
    void theLineIsNoMarkBeforeItsLengthIsTold() {
        desk.marks.toolProperty().set(ToolKind.CALIBRATION);
        hand.drag(view, 100, 300, 300, 300);
        assertEquals(List.of(), desk.marks.annotations());
        assertTrue(desk.saves.isEmpty());
        assertTrue(hand.gestures.takeUnworded().isPresent());
    }

    @Test
    void otherMarksTakeTheirMillimetresFromItAndLoseThemByUndo() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 200, 200, 200);
        assertEquals(Measurement.PIXELS, length(desk).ucum());
        calibrate(80, Annotation.Calibration.Scope.FRAME);
        // half as long on the screen as the line of 80 mm
        assertEquals(40, length(desk).value(), 1e-9);
        assertEquals("mm", length(desk).ucum());
        List<String> lines = desk.scene(view).items().getFirst().lines();
        assertTrue(lines.contains("calibrated by hand"), lines.toString());
        desk.marks.undo();
        assertEquals(Measurement.PIXELS, length(desk).ucum());
        desk.marks.redo();
        assertEquals(40, length(desk).value(), 1e-9);
    }

    @Test
    void itSurvivesARestart() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 200, 200, 200);
        calibrate(80, Annotation.Calibration.Scope.SERIES);
        AnnotationDocument kept = desk.saves.getLast();
        FakeDesk later = FakeDesk.unplaced();
        later.stored.put(FakeDesk.STUDY, kept);
        later.marks.open(FakeDesk.STUDY, () -> false);
        later.tasks.runAll();
        assertEquals(40, length(later).value(), 1e-9);
        new Hand(later);
        later.marks.toolProperty().set(ToolKind.LENGTH);
        new Hand(later).drag(later.slice0to9(7), 100, 200, 200, 200);
        Measured other = later.marks.measured(later.marks.annotations().getLast());
        assertEquals(40, other.of(Quantity.LENGTH).orElseThrow().value(), 1e-9, "another image of the series");
    }

    @Test
    void whatLiesInThePatientIsNotCalibratedByHand() {
        FakeDesk placed = FakeDesk.placed();
        Hand other = new Hand(placed);
        placed.marks.toolProperty().set(ToolKind.CALIBRATION);
        assertTrue(other.press(placed.slice0to9(4), 100, 100), "the press is taken, nothing is drawn");
        assertFalse(other.gestures.isActive());
        assertEquals(
                "desk.tools.no-calibration",
                ToolPrompt.of(
                                ToolKind.CALIBRATION,
                                0,
                                placed.slice0to9(4).space().placement(),
                                false)
                        .orElseThrow());
    }

    @Test
    void lengthsAreReadAsPeopleTypeThem() {
        assertEquals(OptionalDouble.of(50), KnownLength.mm("50"));
        assertEquals(OptionalDouble.of(50), KnownLength.mm(" 50 mm "));
        assertEquals(OptionalDouble.of(25), KnownLength.mm("2.5cm"));
        assertEquals(OptionalDouble.of(25), KnownLength.mm("2,5 CM"));
        assertEquals(OptionalDouble.of(30), KnownLength.mm("３厘米"));
        assertEquals(OptionalDouble.of(12.5), KnownLength.mm("12.5毫米"));
        for (String wrong : List.of("", "0", "-5", "abc", "5 m", "1e3", "NaN", "5 mm 3", "3001", ".5", "5.")) {
            assertTrue(KnownLength.mm(wrong).isEmpty(), wrong);
        }
    }

    @Test
    void theLineSaysHowLongItIsAndWhatItHoldsFor() {
        Annotation.Calibration calibration = calibrate(80, Annotation.Calibration.Scope.SERIES);
        assertEquals(
                List.of("已知长度 80.0 mm，整个序列"),
                new MarkText(Messages.of(Locale.SIMPLIFIED_CHINESE))
                        .lines(calibration, desk.marks.measured(calibration))
                        .subList(0, 1));
    }
}
