package org.readingroom.viewer.deidentify;

/// What is done with one attribute.
///
/// **Source:** DICOM PS3.15 section E.2, the action codes.
enum Action {
    /// K: left as it is; a sequence is gone through.
    KEEP,
    /// X: taken out.
    REMOVE,
    /// Z: left without a value.
    EMPTY,
    /// D: given a value that says nothing.
    DUMMY,
    /// U: another UID, the same for the same everywhere.
    REPLACE_UID,
    /// C for dates: moved by the patient's number of days.
    SHIFT,
    /// C for words: left when nothing in them can point to a person, else without a value.
    CLEAN
}
