package org.readingroom.report.template;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// Counts a number over into another UCUM unit of the same kind. All that are known are powers of ten
/// apart, so that nothing is ever rounded here.
///
/// **Source:** UCUM 2.1, prefixes and derived units.
// [impl->req~report.template.measured~1]
public final class UnitScale {
    /// `power` is that of ten, in the unit of the kind that is written first.
    private record Unit(String kind, int power) {}

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("m", new Unit("length", 0)),
            Map.entry("dm", new Unit("length", -1)),
            Map.entry("cm", new Unit("length", -2)),
            Map.entry("mm", new Unit("length", -3)),
            Map.entry("um", new Unit("length", -6)),
            Map.entry("m2", new Unit("area", 0)),
            Map.entry("cm2", new Unit("area", -4)),
            Map.entry("mm2", new Unit("area", -6)),
            Map.entry("l", new Unit("volume", 0)),
            Map.entry("L", new Unit("volume", 0)),
            Map.entry("dm3", new Unit("volume", 0)),
            Map.entry("ml", new Unit("volume", -3)),
            Map.entry("mL", new Unit("volume", -3)),
            Map.entry("cm3", new Unit("volume", -3)),
            Map.entry("mm3", new Unit("volume", -6)),
            Map.entry("s", new Unit("time", 0)),
            Map.entry("ms", new Unit("time", -3)),
            Map.entry("m/s", new Unit("velocity", 0)),
            Map.entry("cm/s", new Unit("velocity", -2)),
            Map.entry("mm/s", new Unit("velocity", -3)),
            Map.entry("kHz", new Unit("frequency", 3)),
            Map.entry("Hz", new Unit("frequency", 0)),
            Map.entry("1", new Unit("ratio", 0)),
            Map.entry("%", new Unit("ratio", -2)),
            Map.entry("{SUVbw}", new Unit("SUVbw", 0)),
            Map.entry("{SUVbw}g/ml", new Unit("SUVbw", 0)));

    private UnitScale() {}

    /// Empty when the units do not measure the same.
    public static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return Optional.of(value);
        }
        Unit one = UNITS.get(from);
        Unit other = UNITS.get(to);
        return one == null || other == null || !one.kind.equals(other.kind)
                ? Optional.empty()
                : Optional.of(value.scaleByPowerOfTen(one.power - other.power));
    }
}
