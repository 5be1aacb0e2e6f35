package org.readingroom.report.research;

/// What is left of a day.
///
/// **Source:** 45 CFR 164.514(b)(2)(i)(C): of dates only the year may stay; DICOM PS3.15 E.3.6, Retain
/// Longitudinal Temporal Information With Modified Dates Option: days moved so that the distances between
/// those of one patient stay.
public enum DateForm {
    /// The year alone. Asked for unless a project needs distances in time.
    YEAR,
    /// Every day of one patient moved back by the same number of days, which is another for each patient
    /// and project. The distances are true, the days are not; this is no Safe Harbor, and the approval
    /// has to want it.
    SHIFTED;

    public String messageKey() {
        return "report.research.dates." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
