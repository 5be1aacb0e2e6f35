package org.readingroom.report.model;

/// The patient's side.
public enum Side {
    LEFT,
    RIGHT,
    BOTH,
    NONE
}
