package org.readingroom.services.remote.dicomweb;

import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// Addresses of resources under the archive's base.
///
/// **Source:** PS3.18 section 10.1.
final class Paths {
    private Paths() {}

    static String of(StudyUid study) throws ArchiveException {
        return "studies/" + checked(study.value());
    }

    static String of(StudyUid study, SeriesUid series) throws ArchiveException {
        return of(study) + "/series/" + checked(series.value());
    }

    static String of(StudyUid study, SeriesUid series, SopInstanceUid instance) throws ArchiveException {
        return of(study, series) + "/instances/" + checked(instance.value());
    }

    /// Identifiers come out of files: one that is no UID must not become another address.
    private static String checked(String uid) throws ArchiveException {
        boolean isUid = !uid.isEmpty() && uid.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        if (!isUid || uid.startsWith(".") || uid.contains("..")) {
            throw new ArchiveException(ServerFault.REFUSED, "an identifier that is no UID", null);
        }
        return uid;
    }
}
