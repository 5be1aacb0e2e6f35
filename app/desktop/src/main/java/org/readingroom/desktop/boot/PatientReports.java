package org.readingroom.desktop.boot;

import org.readingroom.services.home.Session;
import org.readingroom.services.reporting.EarlierReports;

/// The earlier reports that a session knows of.
final class PatientReports {
    private PatientReports() {}

    static EarlierReports of(Session session) {
        return new EarlierReports(
                session.reporting().search(),
                session.course(),
                session.hospital().incoming(),
                session.worklist().survivors(),
                session.studies(),
                session.hospital().outside(),
                session.audit());
    }
}
