package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;

class AnnotationMovesTest {
    // [utest->req~annotation.edit~1]
    @Test
    void draggingAnAxisTurnsTheEllipseAndKeepsTheOtherAxisLongAndPerpendicular() {
        ImagePlane plane = Marks.axial(1, 1);
        Annotation.Ellipse before =
                Marks.ellipse(Marks.in(plane), plane.position(), new Vec3(6, 0, 0), new Vec3(0, 3, 0));
        Annotation.Ellipse after = (Annotation.Ellipse)
                AnnotationMoves.handle(before, 0, plane.position().plus(new Vec3(4, 3, 0)), 1);
        assertThat(after.center()).isEqualTo(before.center());
        assertThat(after.halfAxisA()).isEqualTo(new Vec3(4, 3, 0));
        assertThat(after.halfAxisB().length()).isCloseTo(3, within(1e-12));
        assertThat(after.halfAxisA().dot(after.halfAxisB())).isCloseTo(0, within(1e-12));
        Annotation.Ellipse opposite = (Annotation.Ellipse)
                AnnotationMoves.handle(before, 3, plane.position().plus(new Vec3(0, -5, 0)), 1);
        assertThat(opposite.halfAxisB()).isEqualTo(new Vec3(0, 5, 0));
        // every handle ends where it was dragged to
        for (int index = 0; index < 4; index++) {
            Vec3 to = before.handles().get(index).plus(new Vec3(0.5, 0.25, 0));
            Annotation dragged = AnnotationMoves.handle(before, index, to, 1);
            assertThat(dragged.handles().get(index).distanceTo(to))
                    .as("handle %s", index)
                    .isCloseTo(0, within(1e-12));
            Annotation.Ellipse ellipse = (Annotation.Ellipse) dragged;
            assertThat(ellipse.halfAxisA().cross(ellipse.halfAxisB()).z())
                    .as("not turned inside out by handle %s", index)
                    .isPositive();
        }
    }

    @Test
    void onPixelsThatAreNotSquareTheAxesStayPerpendicularInTrueShape() {
        double aspect = 4;
        Annotation.Ellipse before =
                Marks.ellipse(Marks.on(), new Vec3(20, 20, 0), new Vec3(8, 0, 0), new Vec3(0, 1, 0));
        Annotation.Ellipse after = (Annotation.Ellipse) AnnotationMoves.handle(before, 0, new Vec3(26, 22, 0), aspect);
        Vec3 a = new Vec3(after.halfAxisA().x(), after.halfAxisA().y() * aspect, 0);
        Vec3 b = new Vec3(after.halfAxisB().x(), after.halfAxisB().y() * aspect, 0);
        assertThat(a.dot(b)).isCloseTo(0, within(1e-9));
        assertThat(b.length()).as("1 row is 4 columns long").isCloseTo(4, within(1e-9));
    }

    @Test
    void aDragNeverLeavesThePlane() {
        ImagePlane plane = Marks.axial(1, 1);
        Annotation length = Marks.length(Marks.in(plane), plane.toPatient(1, 1), plane.toPatient(5, 5));
        Vec3 above = plane.toPatient(9, 9).plus(new Vec3(0, 0, 7));
        assertThat(AnnotationMoves.handle(length, 1, above, 1).handles().get(1)).isEqualTo(plane.toPatient(9, 9));
        assertThat(AnnotationMoves.whole(length, new Vec3(2, 0, 9)).handles().getFirst())
                .isEqualTo(plane.toPatient(3, 1));
    }
}
