package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ShownLayers;
import org.readingroom.viewer.viewport.StateLayers;

/// Two volumes of one series in one place, such as phases or b-values: each mark has the numbers of its own.
// [utest->req~annotation.statistics~1]
// [utest->req~tools.shown-where-they-belong~1]
class PhasesOfOneSeriesTest {
    private final FakeDesk first = FakeDesk.phase("2.25.20");
    private final FakeDesk second = FakeDesk.phase("2.25.30");
    private final StepRunner tasks = new StepRunner();
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);

    /// 100 HU everywhere in the first phase, 500 in the second.
    private final FrameLoader frames = (ref, priority) -> {
        boolean isFirst = ref.instance().value().startsWith("2.25.20");
        ImageFrame frame = first.set.frames().getFirst();
        ByteBuffer bytes = ByteBuffer.allocate(2 * 100 * 100).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putShort((short) (isFirst ? 200 : 600));
        }
        return new StoredPixels(frame.format(), bytes.array());
    };

    private static Annotation.Ellipse ellipse(FakeDesk phase, FakeView view) {
        phase.marks.toolProperty().set(ToolKind.ELLIPSE);
        new Hand(phase).drag(view, 150, 160, 250, 240);
        return (Annotation.Ellipse) phase.marks.annotations().getLast();
    }

    private double mean(Annotation.Ellipse ellipse) {
        DeskGrids grids = new DeskGrids(desk);
        grids.grid(ellipse);
        tasks.runAll();
        return MeasurementCalculator.measure(ellipse, null, grids.grid(ellipse).orElseThrow())
                .of(Quantity.MEAN)
                .orElseThrow()
                .value();
    }

    @Test
    void anEllipseOnACutMeasuresTheVolumeItWasDrawnOn() {
        desk.open(List.of(first.set, second.set), frames);
        tasks.runAll();
        assertEquals(100, mean(ellipse(first, FakeView.cut(first, PlaneKind.CORONAL, 40))), 1e-6);
        assertEquals(500, mean(ellipse(second, FakeView.cut(second, PlaneKind.CORONAL, 40))), 1e-6);
    }

    @Test
    void ofACutThatNamesNoVolumeNothingIsMeasuredWhereThereAreTwo() {
        Annotation.Ellipse drawn = ellipse(second, FakeView.cut(second, PlaneKind.CORONAL, 40));
        Placement.InPatient in = (Placement.InPatient) drawn.placement();
        Annotation.Ellipse old = new Annotation.Ellipse(
                drawn.id(),
                new Placement.InPatient(in.series(), in.frameOfReference(), in.planePoint(), in.normal(), null),
                drawn.center(),
                drawn.halfAxisA(),
                drawn.halfAxisB(),
                "");
        desk.open(List.of(first.set, second.set), frames);
        tasks.runAll();
        assertTrue(new DeskGrids(desk).grid(old).isEmpty());
        desk.open(List.of(second.set), frames);
        tasks.runAll();
        assertEquals(500, mean(old), 1e-6);
    }

    @Test
    void anEllipseIsNotShownOnAnotherPhaseWhoseValuesAreNotItsOwnALengthIs() {
        Annotation.Ellipse onSlice = ellipse(first, first.slice0to9(4));
        Annotation.Ellipse onCut = ellipse(first, FakeView.cut(first, PlaneKind.CORONAL, 40));
        first.marks.toolProperty().set(ToolKind.LENGTH);
        new Hand(first).drag(first.slice0to9(4), 20, 20, 80, 20);
        Annotation length = first.marks.annotations().getLast();
        assertTrue(first.slice0to9(4).space().shows(onSlice));
        assertTrue(FakeView.cut(first, PlaneKind.CORONAL, 40).space().shows(onCut));
        assertFalse(second.slice0to9(4).space().shows(onSlice));
        assertFalse(FakeView.cut(second, PlaneKind.CORONAL, 40).space().shows(onCut));
        assertTrue(second.slice0to9(4).space().shows(length), "a length is that of the patient");
    }

    // [utest->req~desk.mask~1]
    @Test
    void underAMaskNothingIsMeasured() {
        desk.open(List.of(first.set), frames);
        tasks.runAll();
        Annotation.Ellipse onSlice = ellipse(first, first.slice0to9(4));
        assertEquals(100, mean(onSlice), 1e-6);
        var presentation = desk.sets().getFirst().presentationProperty();
        DataPresentation taken = presentation.get();
        MaskSubtraction mask = new MaskSubtraction(List.of(0), List.of(0), 0, 0, false, "", true);
        StateLayers.OfFrame over = new StateLayers.OfFrame(null, List.of(), Map.of(), mask);
        FrameRef frame = onSlice.placement().referencedFrame().orElseThrow();
        presentation.set(taken.withState(new StateLayers(Map.of(frame, over)))
                .withLayers(taken.layers().withSubtraction(ShownLayers.Subtraction.SUBTRACTED)));
        assertTrue(new DeskGrids(desk).grid(onSlice).isEmpty());
        presentation.set(taken);
        assertEquals(100, mean(onSlice), 1e-6);
    }
}
