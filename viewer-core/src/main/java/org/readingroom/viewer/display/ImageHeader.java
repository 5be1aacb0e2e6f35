package org.readingroom.viewer.display;

import java.util.Locale;
import java.util.Optional;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomHeader;
import org.readingroom.viewer.dicom.Tag;

/// The header of one instance that holds pictures.
public record ImageHeader(DataSet dataSet, PixelFormat format, int frames) {
    /// chosen: DICOM allows 65535 rows and columns; more frames than this is a broken header.
    private static final int MOST_FRAMES = 1_000_000;

    public ImageHeader {
        if (frames < 1 || format.rows() < 1 || format.columns() < 1) {
            throw new IllegalArgumentException(
                    frames + " frames of " + format.rows() + " x " + format.columns() + " pixels");
        }
    }

    public static Optional<ImageHeader> of(DicomFile file) {
        return of(file.dataSet());
    }

    public static Optional<ImageHeader> of(DicomHeader header) {
        return of(header.dataSet());
    }

    /// The header of a data set with pixels; nothing for reports, plans, broken headers.
    public static Optional<ImageHeader> of(DataSet dataSet) {
        int rows = dataSet.integer(Tag.ROWS).orElse(0);
        int columns = dataSet.integer(Tag.COLUMNS).orElse(0);
        int bitsAllocated = dataSet.integer(Tag.BITS_ALLOCATED).orElse(0);
        int frames = dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        if (rows < 1 || columns < 1 || bitsAllocated < 1 || frames > MOST_FRAMES) {
            return Optional.empty();
        }
        int samples = dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        String photometric = dataSet.string(Tag.PHOTOMETRIC_INTERPRETATION)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .orElse(samples == 3 ? "RGB" : "MONOCHROME2");
        int planar = dataSet.integer(Tag.PLANAR_CONFIGURATION).orElse(0);
        if (isFloatingPoint(dataSet)) {
            PixelFormat real = new PixelFormat(
                    rows, columns, samples, bitsAllocated > 32 ? 64 : 32, 0, -1, true, photometric, planar);
            return Optional.of(new ImageHeader(dataSet, real, Math.max(1, frames)));
        }
        int bitsStored = dataSet.integer(Tag.BITS_STORED).orElse(bitsAllocated);
        PixelFormat format = new PixelFormat(
                rows,
                columns,
                samples,
                bitsAllocated,
                bitsStored,
                dataSet.integer(Tag.HIGH_BIT).orElse(bitsStored - 1),
                dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1,
                photometric,
                planar);
        return Optional.of(new ImageHeader(dataSet, format, Math.max(1, frames)));
    }

    /// Float and double pixels have no Bits Stored; a header may come without the pixel element itself.
    private static boolean isFloatingPoint(DataSet dataSet) {
        return dataSet.contains(Tag.FLOAT_PIXEL_DATA)
                || dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA)
                || dataSet.integer(Tag.BITS_ALLOCATED).orElse(0) > 32
                        && dataSet.integer(Tag.BITS_STORED).isEmpty();
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
