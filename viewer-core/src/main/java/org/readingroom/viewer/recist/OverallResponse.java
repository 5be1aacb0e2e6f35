package org.readingroom.viewer.recist;

import org.jspecify.annotations.Nullable;

/// Targets, other lesions and new ones together.
///
/// **Source:** RECIST 1.1 (Eisenhauer 2009), tables 1 (with targets) and 2 (without).
// [impl->req~recist.rules~1]
final class OverallResponse {
    private OverallResponse() {}

    /// `target` and `other` are null where there are no such lesions; without either, only a new lesion says
    /// anything.
    static @Nullable Response of(@Nullable Response target, @Nullable Response other, boolean isNew) {
        if (isNew || target == Response.PD || other == Response.PD) {
            return Response.PD;
        }
        if (target == null) {
            return other;
        }
        return switch (target) {
            case CR -> other == null || other == Response.CR ? Response.CR : Response.PR;
            default -> target;
        };
    }
}
