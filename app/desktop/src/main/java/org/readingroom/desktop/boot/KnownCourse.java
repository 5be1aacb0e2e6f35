package org.readingroom.desktop.boot;

import java.util.List;
import java.util.Map;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.services.identity.User;

/// What is known of the open report beside its words: its course, the quality of
/// its images, what this person may do about its versions, what
/// only others may and why, and who may be asked.
record KnownCourse(
        OpenedReport report,
        ReportCourse course,
        ImageQuality quality,
        List<Kind> possible,
        Map<Kind, List<Refusal>> forbidden,
        List<User> colleagues) {}
