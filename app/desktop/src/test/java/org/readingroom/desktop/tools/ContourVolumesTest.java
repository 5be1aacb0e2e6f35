package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Rectangles drawn by hand: 5 pixels of the screen are 1 mm, slices lie 2 mm apart.
// [utest->req~tools.contour-volume~1]
class ContourVolumesTest {
    private final FakeDesk desk = FakeDesk.placed();
    private final Hand hand = new Hand(desk);

    /// 20 x 10 mm on three slices: 200 mm² x 6 mm = 1.2 mL.
    @Test
    void contoursOfOneNameTellTheirVolumeOnEveryOne() {
        for (int slice = 3; slice <= 5; slice++) {
            draw(slice, "T1");
        }
        for (Annotation contour : desk.marks.annotations()) {
            assertEquals(Optional.of(1.2), volume(contour));
        }
        assertTrue(desk.scene(desk.slice0to9(4)).items().getFirst().lines().contains("Volume 1.2 mL"));
        desk.marks.relabel(desk.marks.annotations().getFirst().id(), "T2");
        List<Annotation> now = desk.marks.annotations();
        assertEquals(Optional.empty(), volume(now.getFirst()));
        assertEquals(Optional.of(0.8), volume(now.getLast()));
        desk.marks.undo();
        assertEquals(Optional.of(1.2), volume(desk.marks.annotations().getLast()));
    }

    @Test
    void slicesLeftOutAreSaid() {
        draw(2, "T1");
        draw(6, "T1");
        Annotation one = desk.marks.annotations().getFirst();
        assertEquals(Optional.of(2.0), volume(one), "200 mm² x (8 + 2) mm");
        assertTrue(desk.marks.measured(one).caveatKeys().contains("viewer.contours.skipped"));
    }

    @Test
    void withoutANameThereIsNone() {
        draw(3, "");
        draw(4, "");
        assertEquals(Optional.empty(), volume(desk.marks.annotations().getFirst()));
    }

    private void draw(int slice, String name) {
        desk.marks.toolProperty().set(ToolKind.RECTANGLE);
        hand.drag(desk.slice0to9(slice), 150, 150, 250, 200);
        desk.marks.relabel(desk.marks.annotations().getLast().id(), name);
    }

    private Optional<Double> volume(Annotation contour) {
        return desk.marks
                .measured(contour)
                .of(Quantity.VOLUME)
                .map(Measurement::value)
                .map(ml -> Math.round(ml * 1e9) / 1e9);
    }
}
