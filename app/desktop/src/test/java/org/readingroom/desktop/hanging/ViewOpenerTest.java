package org.readingroom.desktop.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.hanging.ViewOpening;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;

// [utest->req~hanging.apply~1]
class ViewOpenerTest {
    private static final Voi LUNG = Voi.Window.linear(-600, 1500);
    private static final Voi BONE = Voi.Window.linear(400, 1800);

    private final TestFrames frames = new TestFrames(11, p -> 0);
    private final ReadingDeskModel desk = new ReadingDeskModel(new StepRunner());
    private final ViewOpener opener = new ViewOpener();
    private ViewportModel view = desk.views().getFirst();

    @BeforeEach
    void open() {
        desk.open(List.of(frames.set()), frames);
        view = desk.views().getFirst();
        opener.note(desk.sets());
    }

    private static ViewOpening opening(String preset, PlaneKind plane) {
        return new ViewOpening(plane, 0, null, false, preset, null, null, "", false, "", null, false, null, 0, null);
    }

    private Voi window() {
        OpenSet open = desk.sets().getFirst();
        return open.presentationProperty().get().voi();
    }

    @Test
    void oneStageGivesItsWindowAfterAnother() {
        assertNull(window());
        opener.open(view, opening("lung", PlaneKind.ACQUIRED), null);
        assertEquals(LUNG, window());
        opener.open(view, opening("bone", PlaneKind.ACQUIRED), null);
        assertEquals(BONE, window());
    }

    @Test
    void theReadersWindowIsLeftAlone() {
        Voi mine = Voi.Window.linear(55, 333);
        view.window(mine);
        opener.open(view, opening("lung", PlaneKind.ACQUIRED), null);
        assertEquals(mine, window(), "chosen before anything was hung");
        opener.open(view, opening("bone", PlaneKind.ACQUIRED), null);
        assertEquals(mine, window());
    }

    @Test
    void aCutIsMadeAndTakenBackWithTheStage() {
        opener.open(view, opening("", PlaneKind.CORONAL), null);
        assertEquals(PlaneKind.CORONAL, view.stateProperty().get().plane());
        opener.open(view, ViewOpening.PLAIN, null);
        assertEquals(PlaneKind.ACQUIRED, view.stateProperty().get().plane());
    }
}
