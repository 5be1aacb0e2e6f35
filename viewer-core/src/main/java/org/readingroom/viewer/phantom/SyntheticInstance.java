package org.readingroom.viewer.phantom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.TransferSyntax;

/// One synthetic image: its attributes and its stored values, uncompressed.
public record SyntheticInstance(DataSet dataSet, PixelData.Native pixels) {

    /// As if it had been read from a file without fault.
    public DicomFile file() {
        return new DicomFile(dataSet, dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.of(pixels), List.of());
    }

    /// The bytes of a Part 10 file.
    public byte[] toBytes() {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream((int) pixels.bytes().length() + 4096);
        try {
            DicomWriter.write(out, dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.of(pixels));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }
}
