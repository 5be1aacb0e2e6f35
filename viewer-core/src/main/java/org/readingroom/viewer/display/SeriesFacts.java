package org.readingroom.viewer.display;

import org.readingroom.viewer.model.Patient;

/// What the corners of a view say about the series; texts are empty when the file does not state them.
///
/// **Order:** dates are as in DICOM, `YYYYMMDD`; times `HHMMSS` with any fraction.
public record SeriesFacts(
        Patient patient,
        String patientAge,
        String studyDate,
        String studyTime,
        String studyDescription,
        String accessionNumber,
        String institution,
        String manufacturer,
        String bodyPart,
        String protocol,
        int seriesNumber,
        String seriesDateTime,
        String contrastAgent) {}
