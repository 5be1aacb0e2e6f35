package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;

/// The width of the heart over that of the chest: the greatest distances of its right and its left border
/// from the midline, together, over the greatest distance between the inner borders of the ribs, at right
/// angles to the midline.
///
/// What radiograph it is drawn on is for the reader to know; the ratio is made for a frontal chest.
///
/// **Source:** Danzer CS. The cardiothoracic ratio: an index of cardiac enlargement. Am J Med Sci
/// 1919;157:513-521.
// [impl->req~annotation.cardiothoracic~1]
final class Cardiothoracic {
    private Cardiothoracic() {}

    static void measure(Annotation.Figure figure, Measuring measuring) {
        List<Vec3> p = figure.points();
        Vec3 midline = measuring.shape().of(p.get(1).minus(p.get(0)));
        if (midline.length() == 0) {
            return;
        }
        Vec3 right = beside(figure, 2, midline, measuring);
        Vec3 left = beside(figure, 3, midline, measuring);
        double heart = left.minus(right).length();
        double chest = beside(figure, 5, midline, measuring)
                .minus(beside(figure, 4, midline, measuring))
                .length();
        measuring.length(Quantity.CARDIAC_WIDTH, heart);
        measuring.length(Quantity.THORACIC_WIDTH, chest);
        if (chest > 0) {
            measuring.add(Quantity.CARDIOTHORACIC_RATIO, heart / chest, Measurement.UNITY);
        }
        if (right.dot(left) > 0) {
            measuring.caveat("viewer.cardiothoracic.one-side");
        }
    }

    /// From the midline to point `index`, at a right angle to it.
    private static Vec3 beside(Annotation.Figure figure, int index, Vec3 midline, Measuring measuring) {
        Vec3 to = measuring
                .shape()
                .of(figure.points().get(index).minus(figure.points().get(0)));
        return to.minus(midline.times(to.dot(midline) / midline.dot(midline)));
    }

    /// The two inner borders of the ribs at one level: that of the other one when `moved` is one of them,
    /// else that of the right one.
    static List<Vec3> level(List<Vec3> points, int moved, double aspect) {
        int leader = moved == 5 || moved == 4 ? moved : 4;
        int other = 9 - leader;
        List<Vec3> result = new ArrayList<>(points);
        Vec3 a = points.get(0);
        Vec3 b = points.get(1);
        Vec3 shift = FigureShapes.foot(a, b, points.get(leader), aspect)
                .minus(FigureShapes.foot(a, b, points.get(other), aspect));
        result.set(other, points.get(other).plus(shift));
        return result;
    }
}
