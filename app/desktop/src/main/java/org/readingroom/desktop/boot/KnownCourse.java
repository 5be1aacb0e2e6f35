package org.readingroom.desktop.boot;

import java.util.List;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.services.identity.User;

/// What is known of the open report beside its words: its course, what this person may do about its versions, and who
/// may be asked.
record KnownCourse(OpenedReport report, ReportCourse course, List<Kind> possible, List<User> colleagues) {}
