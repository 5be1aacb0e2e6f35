package org.readingroom.services.reporting;

import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.StudyIdentity;

/// A report that was found, and where its first word stands in what is shown of it.
public record ReportHit(StudyIdentity study, SigningAct act, String snippet, int start, int end) {}
