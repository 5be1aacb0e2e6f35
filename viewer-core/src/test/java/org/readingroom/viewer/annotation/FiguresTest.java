package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;

class FiguresTest {
    private static final PixelSpacing TALL = new PixelSpacing(2, 0.5);
    private static final ImageFrame FRAME =
            Marks.frame(64, 64, new PixelScale.Millimetres(TALL, PixelScale.Source.PATIENT), null, null);

    static Annotation.Figure figure(FigureKind kind, Placement placement, Vec3... points) {
        return new Annotation.Figure(new AnnotationId("figure"), placement, kind, List.of(points), "");
    }

    private static Vec3 at(double x, double y) {
        return new Vec3(x, y, 0);
    }

    private static double value(Measured measured, Quantity quantity) {
        return measured.of(quantity).orElseThrow().value();
    }

    // [utest->req~annotation.figures~1]
    @Test
    void aPolylineIsAsLongAsItsPieces() {
        // 3-4-5, then 5-12-13, in millimetres of 0.5 across and 2 down
        Measured measured = MeasurementCalculator.measure(
                figure(FigureKind.POLYLINE, Marks.on(), at(0, 0), at(6, 2), at(16, 8)), FRAME);
        assertThat(measured.measurements()).containsExactly(new Measurement(Quantity.PATH_LENGTH, 5 + 13, "mm"));
    }

    @Test
    void aRectangleMeasuresAreaPerimeterAndThePixelsInside() {
        FrameGrid grid = FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> c + 10 * r));
        Annotation.Figure rectangle =
                figure(FigureKind.RECTANGLE, Marks.on(), at(10, 20), at(14, 20), at(14, 22.5), at(10, 22.5));
        Measured measured = MeasurementCalculator.measure(rectangle, FRAME, grid);
        assertThat(value(measured, Quantity.AREA)).isCloseTo(2 * 5, within(1e-12));
        assertThat(value(measured, Quantity.PERIMETER)).isCloseTo(14, within(1e-12));
        // centres on the outline count: columns 10 to 14, rows 20 to 22; the value is 2 v - 1000
        assertThat(value(measured, Quantity.COUNT)).isEqualTo(15);
        assertThat(value(measured, Quantity.MEAN)).isCloseTo(2 * (12 + 210) - 1000, within(1e-9));
        assertThat(value(measured, Quantity.MINIMUM)).isEqualTo(2 * 210 - 1000);
        assertThat(value(measured, Quantity.MAXIMUM)).isEqualTo(2 * 234 - 1000);
    }

    // [utest->req~annotation.edit~1]
    @Test
    void everyHandleOfEveryKindGoesWhereItIsDragged() {
        for (FigureKind kind : FigureKind.values()) {
            if (kind == FigureKind.BIDIRECTIONAL) {
                continue; // its ends are held to each other: BidirectionalPropertyTest
            }
            List<Vec3> points = kind == FigureKind.CIRCLE
                    ? List.of(at(20, 20), at(28, 20), at(20, 22))
                    : kind == FigureKind.FREEHAND ? round() : corners(kind);
            Annotation.Figure before = new Annotation.Figure(new AnnotationId("f"), Marks.on(), kind, points, "x");
            for (int i = 0; i < before.handles().size(); i++) {
                Vec3 to = before.handles().get(i).plus(at(1.25, -0.75));
                // a row is four columns high
                Annotation after = AnnotationMoves.handle(before, i, to, 4);
                assertThat(after.handles().get(i).distanceTo(to))
                        .as("%s, handle %s", kind, i)
                        .isCloseTo(0, within(1e-12));
                assertThat(after.label()).isEqualTo("x");
            }
        }
    }

    private static List<Vec3> corners(FigureKind kind) {
        List<Vec3> around = List.of(at(10, 10), at(20, 10), at(20, 20), at(10, 20), at(5, 15), at(25, 15));
        return around.subList(0, Math.clamp(4, kind.minPoints(), kind.maxPoints()));
    }

    private static List<Vec3> round() {
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            points.add(at(30 + 10 * Math.cos(i * Math.PI / 50), 30 + 10 * Math.sin(i * Math.PI / 50)));
        }
        return points;
    }

    @Test
    void aDraggedCornerKeepsARectangleOfAnyTurnARectangle() {
        ImagePlane plane = Marks.axial(1, 1);
        Vec3 corner = plane.toPatient(5, 5);
        Vec3 u = new Vec3(4, 3, 0);
        Vec3 v = new Vec3(-6, 8, 0);
        Annotation.Figure before = figure(
                FigureKind.RECTANGLE,
                Marks.in(plane),
                corner,
                corner.plus(u),
                corner.plus(u).plus(v),
                corner.plus(v));
        for (int i = 0; i < 4; i++) {
            Annotation after =
                    AnnotationMoves.handle(before, i, before.handles().get(i).plus(new Vec3(0.7, 0.4, 0)), 1);
            List<Vec3> p = after.handles();
            for (int k = 0; k < 4; k++) {
                Vec3 side = p.get((k + 1) % 4).minus(p.get(k));
                Vec3 next = p.get((k + 2) % 4).minus(p.get((k + 1) % 4));
                assertThat(side.dot(next)).isCloseTo(0, within(1e-9));
            }
            assertThat(p.get((i + 2) % 4)).isEqualTo(before.handles().get((i + 2) % 4));
        }
    }

    @Test
    void aCircleStaysRoundInTrueShape() {
        Annotation.Figure before = figure(FigureKind.CIRCLE, Marks.on(), at(20, 20), at(28, 20), at(20, 22));
        for (int i = 0; i < 4; i++) {
            Annotation.Figure after = (Annotation.Figure)
                    AnnotationMoves.handle(before, i, before.handles().get(i).plus(at(2, 1)), 4);
            Vec3 c = after.points().get(0);
            for (Vec3 rim : after.handles()) {
                assertThat(Math.hypot(rim.x() - c.x(), 4 * (rim.y() - c.y())))
                        .as("handle %s", i)
                        .isCloseTo(
                                Math.hypot(
                                        after.handles().get(i).x() - c.x(),
                                        4 * (after.handles().get(i).y() - c.y())),
                                within(1e-9));
            }
        }
    }

    /// The names in stored documents must never change.
    // [utest->req~annotation.json~1]
    @Test
    void kindsAreStoredUnderTheseNames() throws AnnotationFormatException {
        assertThat(Arrays.stream(FigureKind.values()).map(FigureKind::code))
                .contains("polyline", "polygon", "freehand", "rectangle", "circle", "probe", "arrow", "text");
        String stored = """
                {"version": 1, "study": "2.25.1", "annotations": [
                  {"id": "a", "kind": "polyline", "label": "", "points": [[1,2,0],[3,4,0],[5,6,0]],
                   "placement": {"space": "frame", "series": "2.25.2", "instance": "2.25.4", "frame": 0}},
                  {"id": "c", "kind": "calibration", "label": "ruler", "points": [[1,2,0],[3,4,0]],
                   "lengthMm": 50, "holdsFor": "series",
                   "placement": {"space": "frame", "series": "2.25.2", "instance": "2.25.4", "frame": 0}}]}""";
        assertThat(read(stored))
                .isEqualTo(new AnnotationDocument(
                        new StudyUid("2.25.1"),
                        List.of(
                                new Annotation.Figure(
                                        new AnnotationId("a"),
                                        Marks.on(),
                                        FigureKind.POLYLINE,
                                        List.of(at(1, 2), at(3, 4), at(5, 6)),
                                        ""),
                                new Annotation.Calibration(
                                        new AnnotationId("c"),
                                        Marks.on(),
                                        at(1, 2),
                                        at(3, 4),
                                        50,
                                        Annotation.Calibration.Scope.SERIES,
                                        "ruler"))));
        for (String damaged : List.of(
                stored.replace("[[1,2,0],[3,4,0],[5,6,0]]", "[[1,2,0]]"),
                stored.replace(": 50", ": 0"),
                stored.replace(": 50", ": -3"),
                stored.replace(": 50", ": \"50\""),
                stored.replace("[[1,2,0],[3,4,0],[5,6,0]]", "[[1,2,0],[3,4]]"))) {
            assertThat(damaged).isNotEqualTo(stored);
            assertThatThrownBy(() -> read(damaged))
                    .isInstanceOfSatisfying(
                            AnnotationFormatException.class,
                            e -> assertThat(Objects.requireNonNull(e.messageKey()))
                                    .isEqualTo("viewer.annotation.damaged"));
        }
        assertThatThrownBy(() -> read(stored.replace("\"series\",\n", "\"study\",\n")))
                .isInstanceOfSatisfying(
                        AnnotationFormatException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("viewer.annotation.newer-version"));
    }

    private static AnnotationDocument read(String json) throws AnnotationFormatException {
        return AnnotationJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
