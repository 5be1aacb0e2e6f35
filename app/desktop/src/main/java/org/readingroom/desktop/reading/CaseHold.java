package org.readingroom.desktop.reading;

/// Who holds the case whose study is being read.
public sealed interface CaseHold {
    /// No order is known for the study, or its order is closed: nobody's lock is asked for.
    record None() implements CaseHold {}

    /// An order that nobody has taken.
    record Free() implements CaseHold {}

    /// This person; `isConfirmed` when the hospital says so, too.
    record Mine(boolean isConfirmed) implements CaseHold {}

    /// Somebody else: the report is read only.
    record Other(String name) implements CaseHold {}

    /// Somebody else, and this person writes all the same, for a reason that is on record.
    record Overruled(String name) implements CaseHold {}

    /// Somebody else has finished the case while it was open here: what they wrote was not read here, so that the
    /// report stays read only until it is opened anew.
    record Finished(String name) implements CaseHold {}

    /// Whether nothing may be written.
    default boolean isReadOnly() {
        return this instanceof Other || this instanceof Finished;
    }
}
