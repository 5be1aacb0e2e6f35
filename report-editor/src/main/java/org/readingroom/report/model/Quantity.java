package org.readingroom.report.model;

/// What a measured number says.
public enum Quantity {
    LENGTH,
    LONG_AXIS,
    SHORT_AXIS,
    ANGLE,
    AREA,
    VOLUME,
    MEAN,
    STANDARD_DEVIATION,
    MINIMUM,
    MAXIMUM
}
