package org.readingroom.viewer.recist;

/// What a lesion counts as.
///
/// **Source:** RECIST 1.1 (Eisenhauer 2009), sections 3 and 4.
public enum LesionRole {
    /// Measured, its diameter part of the sum.
    TARGET,
    /// There at baseline and followed without its size.
    NON_TARGET,
    /// Not there at baseline.
    NEW
}
