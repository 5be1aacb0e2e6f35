package org.readingroom.services.export;

/// Where something goes, in kind only: the trail holds no folder and no file name.
public enum ExportPlace {
    FILE,
    /// Files for a disc or stick: a DICOMDIR folder, its ZIP or ISO image.
    MEDIA,
    CLIPBOARD,
    /// Paper, by a printer of the system.
    PRINTER,
    /// Film, by a DICOM printer.
    FILM,
    /// A server of the hospital that stores DICOM objects.
    SERVER
}
