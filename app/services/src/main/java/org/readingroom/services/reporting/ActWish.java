package org.readingroom.services.reporting;

import java.util.UUID;
import org.readingroom.report.workflow.CourseAct;

/// What a person wants to do about the version `digest`. The same `id` is done once, however often it
/// is asked for.
public record ActWish(
        UUID id, CourseAct.Kind kind, String digest, String code, String words, String to, String toName) {
    public static ActWish of(CourseAct.Kind kind, String digest, String code, String words) {
        return new ActWish(UUID.randomUUID(), kind, digest, code, words, "", "");
    }

    public ActWish to(String person, String name) {
        return new ActWish(id, kind, digest, code, words, person, name);
    }
}
