package org.readingroom.viewer.recist;

import java.util.Locale;

/// What is known of a lesion in one study.
///
/// **Source:** RECIST 1.1 (Eisenhauer 2009), sections 4.2 and 4.3.
public enum LesionState {
    /// Its size is known.
    MEASURED,
    /// Seen, but too small to measure: it counts as 5 mm.
    TOO_SMALL,
    /// Gone: it counts as 0 mm.
    ABSENT,
    /// Seen, without a size; for lesions that are no targets.
    PRESENT,
    /// Grown beyond doubt; for lesions that are no targets.
    PROGRESSION,
    /// Nobody looked, or the study does not show the place.
    NOT_EVALUATED;

    /// The end of message keys: `too-small`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
