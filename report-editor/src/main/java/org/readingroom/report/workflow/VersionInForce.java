package org.readingroom.report.workflow;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;

/// Which version of a report is in force; none while the last one was sent back, but for a temporary one that the ward
/// still goes by, and none when all were withdrawn.
///
/// `returned` is the return of the last one, which is to be written again.
// [impl->req~report.copy.validity~1]
record VersionInForce(Optional<SignedReport> version, Optional<CourseAct> returned) {
    /// `course` is that of the versions that hold.
    static VersionInForce of(ReportCourse course) {
        Optional<CourseAct> returned = course.isBeingReread() ? Optional.empty() : course.returned();
        if (returned.isPresent()) {
            return new VersionInForce(
                    course.temporary().filter(one -> !course.last().equals(Optional.of(one))), returned);
        }
        List<SignedReport> valid = ValidVersions.of(course.versions());
        return new VersionInForce(valid.isEmpty() ? Optional.empty() : Optional.of(valid.getLast()), returned);
    }

    /// As the end of a sentence; times are shown in `zone`.
    String told(Messages words, ZoneId zone) {
        if (returned.isPresent()) {
            CourseAct act = returned.get();
            String at = VersionValidity.MINUTE.format(act.at().atZone(zone));
            return version.map(one -> words.get(
                            "report.validity.temporary-stands", one.act().version(), act.version(), at))
                    .orElseGet(() -> words.get("report.validity.none-returned", act.version(), at));
        }
        return version.map(one -> words.get("report.validity.current", one.act().version()))
                .orElseGet(() -> words.get("report.validity.none"));
    }
}
