package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.OtherUnit;

/// The numbers of a mark in every unit that its values can be read in, the one shown first.
///
/// A sentence written in one unit is compared with its mark in that unit, whichever the desk shows now.
final class EveryUnit {
    private static final Set<Quantity> VALUES =
            EnumSet.of(Quantity.VALUE, Quantity.MEAN, Quantity.STANDARD_DEVIATION, Quantity.MINIMUM, Quantity.MAXIMUM);

    private EveryUnit() {}

    static Measured of(Measured shown, List<OtherUnit.Known> others) {
        List<Measurement> all = new ArrayList<>(shown.measurements());
        for (OtherUnit.Known other : others) {
            for (Measurement one : shown.measurements()) {
                if (VALUES.contains(one.quantity())) {
                    all.add(new Measurement(
                            one.quantity(),
                            one.value() * other.factor(),
                            other.unit().ucum()));
                }
            }
        }
        return new Measured(shown.annotation(), all, shown.caveatKeys());
    }
}
