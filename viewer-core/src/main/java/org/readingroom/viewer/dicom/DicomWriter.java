package org.readingroom.viewer.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Writes Part 10 files: preamble, file meta information, data set in explicit VR little endian.
///
/// **Source:** DICOM PS3.10 section 7.1.
public final class DicomWriter {
    private DicomWriter() {}

    /// Writes `dataSet` with `pixelData`. A Pixel Data element inside `dataSet` is left out.
    ///
    /// `syntax` names how the pixels are coded: an encapsulated one for [PixelData.Encapsulated], else explicit
    /// little endian.
    public static void write(OutputStream out, DataSet dataSet, TransferSyntax syntax, Optional<PixelData> pixelData)
            throws IOException {
        throw new UnsupportedOperationException("coming");
    }
}
