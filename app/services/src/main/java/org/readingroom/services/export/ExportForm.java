package org.readingroom.services.export;

import java.util.Locale;

/// In what form something leaves the program.
public enum ExportForm {
    /// Words: a measurement, a report's text, an attribute.
    TEXT,
    /// Pictures as shown, or native greys: PNG, JPEG, TIFF.
    PICTURE,
    /// Moving pictures: MP4, GIF.
    VIDEO,
    /// Voxels with their place and no header of DICOM: NIfTI.
    VOLUME,
    /// DICOM objects with all they say.
    DICOM,
    /// A signed report.
    REPORT,
    /// Pages with pictures, on paper or film.
    PAGES;

    /// The type of its audit event.
    public String auditType() {
        return "export." + name().toLowerCase(Locale.ROOT);
    }
}
