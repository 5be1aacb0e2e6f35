package org.readingroom.viewer.dicom;

import java.nio.file.Path;

/// Reads Part 10 files, and data sets without preamble or file meta information.
///
/// **Errors:** [DicomException] for what is not DICOM or cannot be opened. What can be read of a damaged file is
/// kept, and its [DicomFile#defects] say what is wrong.
/// **Thread:** any.
/// **Source:** DICOM PS3.10 section 7.1, PS3.5 section 7.
public final class DicomReader {
    private DicomReader() {}

    /// Reads `path`; large files are mapped, not copied.
    public static DicomFile read(Path path) throws DicomException {
        throw new UnsupportedOperationException("coming: " + path.getFileName());
    }

    /// Reads `bytes`, which must not change afterwards.
    public static DicomFile read(byte[] bytes) throws DicomException {
        throw new UnsupportedOperationException("coming: " + bytes.length);
    }
}
