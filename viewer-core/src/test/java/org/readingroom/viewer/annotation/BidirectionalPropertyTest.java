package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

class BidirectionalPropertyTest {
    private static final double ASPECT = 4;
    private final long seed = Long.getLong("readingroom.seed", 20261130);
    private final Random random = new Random(seed);

    private Vec3 any() {
        return new Vec3(random.nextInt(400), random.nextInt(100), 0);
    }

    private static Vec3 mm(Vec3 pixel) {
        return new Vec3(pixel.x() * 0.5, pixel.y() * 2, 0);
    }

    // [utest->req~annotation.bidirectional~1]
    @Test
    void theShortAxisIsAlwaysAtARightAngleAndMeetsTheLongOne() {
        for (int i = 0; i < 2000; i++) {
            List<Vec3> given = List.of(any(), any(), any(), any());
            if (given.get(0).equals(given.get(1))) {
                continue;
            }
            Annotation.Figure figure = new Annotation.Figure(
                    new AnnotationId("b"),
                    Marks.on(),
                    FigureKind.BIDIRECTIONAL,
                    FigureShapes.of(FigureKind.BIDIRECTIONAL, given, ASPECT),
                    "");
            check(figure);
            for (int drag = 0; drag < 6; drag++) {
                int handle = random.nextInt(4);
                Vec3 to = any();
                if (handle < 2 && to.equals(figure.points().get(1 - handle))) {
                    // a diameter of no length has no right angle: its own test is below
                    continue;
                }
                Annotation.Figure before = figure;
                figure = (Annotation.Figure) AnnotationMoves.handle(figure, handle, to, ASPECT);
                check(figure);
                if (handle < 2) {
                    assertThat(figure.points().get(handle)).isEqualTo(to);
                    assertThat(figure.points().get(1 - handle))
                            .isEqualTo(before.points().get(1 - handle));
                    assertThat(across(figure)).as("seed %s", seed).isCloseTo(across(before), within(1e-6));
                }
                if (mm(figure.points().get(0)).distanceTo(mm(figure.points().get(1))) < 5) {
                    break;
                }
            }
        }
    }

    private static double across(Annotation.Figure figure) {
        return mm(figure.points().get(2)).distanceTo(mm(figure.points().get(3)));
    }

    /// By lines crossing, in millimetres: not the way the figure was made.
    private void check(Annotation.Figure figure) {
        Vec3 a = mm(figure.points().get(0));
        Vec3 b = mm(figure.points().get(1));
        Vec3 c = mm(figure.points().get(2));
        Vec3 d = mm(figure.points().get(3));
        assertThat(b.minus(a).dot(d.minus(c))).as("right angle, seed %s", seed).isCloseTo(0, within(1e-6));
        double sideC = b.minus(a).cross(c.minus(a)).z();
        double sideD = b.minus(a).cross(d.minus(a)).z();
        assertThat(sideC * sideD).as("one end on either side, seed %s", seed).isLessThan(1e-3);
        double share = c.minus(a).dot(b.minus(a)) / b.minus(a).dot(b.minus(a));
        assertThat(share).as("beside the long one, seed %s", seed).isBetween(-1e-9, 1 + 1e-9);
    }

    @Test
    void aDiameterDrawnTogetherToAPointLeavesNumbers() {
        Annotation.Figure before = new Annotation.Figure(
                new AnnotationId("b"),
                Marks.on(),
                FigureKind.BIDIRECTIONAL,
                List.of(new Vec3(0, 0, 0), new Vec3(80, 0, 0), new Vec3(20, 4, 0), new Vec3(20, -3, 0)),
                "");
        Annotation.Figure after = (Annotation.Figure) AnnotationMoves.handle(before, 0, new Vec3(80, 0, 0), ASPECT);
        assertThat(after.points()).containsOnly(new Vec3(80, 0, 0));
        Annotation.Figure drawnOut = (Annotation.Figure) AnnotationMoves.handle(after, 0, new Vec3(0, 0, 0), ASPECT);
        assertThat(drawnOut.points()).allMatch(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()));
    }

    @Test
    void aDraggedEndOfTheShortAxisGoesWhereItIsDraggedBesideTheLongOne() {
        // in millimetres: along x from 0 to 40, across at 10 from -6 to 8
        Annotation.Figure before = new Annotation.Figure(
                new AnnotationId("b"),
                Marks.on(),
                FigureKind.BIDIRECTIONAL,
                List.of(new Vec3(0, 0, 0), new Vec3(80, 0, 0), new Vec3(20, 4, 0), new Vec3(20, -3, 0)),
                "");
        Annotation.Figure after = (Annotation.Figure) AnnotationMoves.handle(before, 3, new Vec3(50, -5, 0), ASPECT);
        assertThat(after.points())
                .containsExactly(new Vec3(0, 0, 0), new Vec3(80, 0, 0), new Vec3(50, 4, 0), new Vec3(50, -5, 0));
        Measured measured = MeasurementCalculator.measure(
                after,
                Marks.frame(
                        99,
                        99,
                        new PixelScale.Millimetres(new PixelSpacing(2, 0.5), PixelScale.Source.PATIENT),
                        null,
                        null));
        assertThat(measured.measurements())
                .containsExactly(
                        new Measurement(Quantity.LONG_AXIS, 40, "mm"), new Measurement(Quantity.SHORT_AXIS, 18, "mm"));
        assertThat(measured.caveatKeys()).isEmpty();
    }

    @Test
    void anAxisAcrossThatIsLongerIsSaidSo() {
        Annotation.Figure wrong = new Annotation.Figure(
                new AnnotationId("b"),
                Marks.in(Marks.axial(1, 1)),
                FigureKind.BIDIRECTIONAL,
                List.of(new Vec3(0, 0, 50), new Vec3(10, 0, 50), new Vec3(5, 6, 50), new Vec3(5, -6, 50)),
                "");
        assertThat(MeasurementCalculator.measure(wrong, null).caveatKeys())
                .containsExactly("viewer.bidirectional.across-longer");
    }
}
