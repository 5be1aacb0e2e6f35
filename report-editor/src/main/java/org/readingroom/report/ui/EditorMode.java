package org.readingroom.report.ui;

import org.readingroom.report.model.SectionKind;

/// What the editor lets a person do.
public enum EditorMode {
    /// The three sections may be changed.
    EDITING,
    /// The report is reviewed; an addendum is being written.
    ADDENDUM,
    /// An opinion is being written for those who asked.
    CONSULTATION,
    /// The words may be signed as they stand.
    COUNTERSIGNING,
    /// Read only.
    LOCKED;

    boolean isEditable(SectionKind kind) {
        return switch (this) {
            case EDITING -> kind != SectionKind.ADDENDUM && kind != SectionKind.CONSULTATION;
            case ADDENDUM -> kind == SectionKind.ADDENDUM;
            case CONSULTATION -> kind == SectionKind.CONSULTATION;
            case COUNTERSIGNING, LOCKED -> false;
        };
    }

    /// Where a sentence goes that cannot go where the caret is.
    SectionKind home() {
        return switch (this) {
            case ADDENDUM -> SectionKind.ADDENDUM;
            case CONSULTATION -> SectionKind.CONSULTATION;
            case EDITING, COUNTERSIGNING, LOCKED -> SectionKind.FINDINGS;
        };
    }
}
