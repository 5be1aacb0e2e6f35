package org.readingroom.report.model;

/// What a structured value says of a finding or a conclusion (clauses B12 and B13).
public enum FieldRole {
    LOCATION,
    SIZE,
    SHAPE,
    /// Density, signal or echo.
    DENSITY,
    ENHANCEMENT,
    NATURE,
    ADVICE,
    /// A category of a reporting system, such as Lung-RADS 3.
    CATEGORY,
    OTHER
}
