package org.readingroom.report.pdf;

import org.jspecify.annotations.Nullable;

/// What the hospital prints above its reports; an empty name leaves the one that the study gives.
///
/// `line` is a second line, such as department and telephone. `logo` is a PNG, null without one.
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Letterhead(String hospital, String line, byte @Nullable [] logo) {
    public static final Letterhead NONE = new Letterhead("", "", null);
}
