package org.readingroom.services.reporting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.workflow.ActRules;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.ReportCourse;

/// What a person wants to do about the version `digest`. The same `id` is done once, however often it
/// is asked for.
///
/// `seen` is the id of the last act the person had before their eyes, empty for none; null where nobody looked.
public record ActWish(
        UUID id,
        CourseAct.Kind kind,
        String digest,
        String code,
        String words,
        String to,
        String toName,
        @Nullable String seen) {
    public static ActWish of(CourseAct.Kind kind, String digest, String code, String words) {
        return new ActWish(UUID.randomUUID(), kind, digest, code, words, "", "", null);
    }

    /// About the version of `course` that such an act is about, as the person sees it.
    public static ActWish of(CourseAct.Kind kind, ReportCourse course, String code, String words) {
        String digest = ActRules.about(kind, course).map(SignedReport::digest).orElse("");
        return new ActWish(UUID.randomUUID(), kind, digest, code, words, "", "", last(course.acts()));
    }

    public ActWish to(String person, String name) {
        return new ActWish(id, kind, digest, code, words, person, name, seen);
    }

    /// Whether the person saw the last of `acts`.
    boolean isAfter(List<CourseAct> acts) {
        return seen == null || seen.equals(last(acts));
    }

    private static String last(List<CourseAct> acts) {
        return acts.isEmpty() ? "" : acts.getLast().id();
    }
}
