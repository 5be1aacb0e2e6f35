package org.readingroom.desktop.followup;

import java.time.LocalDate;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.model.StudyUid;

/// A mark that measures a lesion, and the study it lies in.
public record MarkedLesion(Annotation mark, Measured measured, StudyUid study, LocalDate date) {}
