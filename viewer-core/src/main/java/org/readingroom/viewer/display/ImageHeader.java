package org.readingroom.viewer.display;

import java.util.Optional;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomHeader;
import org.readingroom.viewer.dicom.Tag;

/// The header of one instance that holds pictures. `isBigEndian` tells the order of its raw bytes.
public record ImageHeader(DataSet dataSet, PixelFormat format, int frames, boolean isBigEndian) {
    /// chosen: DICOM allows 65535 rows and columns; more frames than this is a broken header.
    private static final int MOST_FRAMES = 1_000_000;

    public ImageHeader {
        if (frames < 1 || format.rows() < 1 || format.columns() < 1) {
            throw new IllegalArgumentException(
                    frames + " frames of " + format.rows() + " x " + format.columns() + " pixels");
        }
    }

    public static Optional<ImageHeader> of(DicomFile file) {
        return of(file.dataSet(), file.transferSyntax().isBigEndian());
    }

    public static Optional<ImageHeader> of(DicomHeader header) {
        return of(header.dataSet(), header.transferSyntax().isBigEndian());
    }

    /// The header of a data set with integer pixels; nothing for reports, plans, float maps, broken headers.
    public static Optional<ImageHeader> of(DataSet dataSet, boolean isBigEndian) {
        int rows = dataSet.integer(Tag.ROWS).orElse(0);
        int columns = dataSet.integer(Tag.COLUMNS).orElse(0);
        int bitsAllocated = dataSet.integer(Tag.BITS_ALLOCATED).orElse(0);
        int frames = dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        if (rows < 1 || columns < 1 || bitsAllocated < 1 || frames > MOST_FRAMES) {
            return Optional.empty();
        }
        int bitsStored = dataSet.integer(Tag.BITS_STORED).orElse(bitsAllocated);
        int samples = dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        PixelFormat format = new PixelFormat(
                rows,
                columns,
                samples,
                bitsAllocated,
                bitsStored,
                dataSet.integer(Tag.HIGH_BIT).orElse(bitsStored - 1),
                dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1,
                dataSet.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(samples == 3 ? "RGB" : "MONOCHROME2"),
                dataSet.integer(Tag.PLANAR_CONFIGURATION).orElse(0));
        return Optional.of(new ImageHeader(dataSet, format, Math.max(1, frames), isBigEndian));
    }

    public boolean isColour() {
        return format.samplesPerPixel() > 1 || isPalette();
    }

    public boolean isPalette() {
        return format.photometricInterpretation().equals("PALETTE COLOR");
    }

    /// A value of Image Type (0008,0008), counted from one; empty when absent.
    String imageType(int value) {
        var values = dataSet.strings(Tag.IMAGE_TYPE);
        return values.size() < value ? "" : values.get(value - 1).strip();
    }

    boolean imageTypeHas(String word) {
        return dataSet.strings(Tag.IMAGE_TYPE).stream().anyMatch(v -> v.strip().equals(word));
    }

    String text(int tag) {
        return dataSet.string(tag).orElse("");
    }
}
