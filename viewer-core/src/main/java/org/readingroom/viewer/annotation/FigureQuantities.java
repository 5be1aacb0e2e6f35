package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// The numbers of figures that stand for a thing of their own, such as a ratio or the axis of a leg: each is
/// told with its name.
///
/// **Order:** that in which they are told.
public final class FigureQuantities {
    public static final List<Quantity> ALL = List.of(
            Quantity.COBB_ANGLE,
            Quantity.LONG_AXIS,
            Quantity.SHORT_AXIS,
            Quantity.CARDIOTHORACIC_RATIO,
            Quantity.CARDIAC_WIDTH,
            Quantity.THORACIC_WIDTH,
            Quantity.MIDLINE_DISTANCE,
            Quantity.HIP_KNEE_ANKLE_ANGLE,
            Quantity.AXIS_DEVIATION,
            Quantity.LEG_LENGTH,
            Quantity.RIGHT_HIP_KNEE_ANKLE_ANGLE,
            Quantity.RIGHT_AXIS_DEVIATION,
            Quantity.RIGHT_LEG_LENGTH,
            Quantity.LEFT_HIP_KNEE_ANKLE_ANGLE,
            Quantity.LEFT_AXIS_DEVIATION,
            Quantity.LEFT_LEG_LENGTH,
            Quantity.LEG_LENGTH_DIFFERENCE,
            Quantity.VOLUME);

    private FigureQuantities() {}
}
