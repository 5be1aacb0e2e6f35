package org.readingroom.report.ui;

/// What the editor lets a person do.
public enum EditorMode {
    /// The three sections may be changed.
    EDITING,
    /// The report is reviewed; an addendum is being written.
    ADDENDUM,
    /// Read only.
    LOCKED
}
