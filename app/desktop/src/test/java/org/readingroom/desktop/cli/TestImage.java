package org.readingroom.desktop.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

/// One CT slice of `64 × 48` (columns × rows) whose stored values are a formula of column and row, less 1024 HU.
///
/// Pixels are 0.5 mm high and 0.8 mm wide; slices lie at whole millimetres times `zMm`.
record TestImage(double zMm, int number, boolean hasGeometry, IntBinaryOperator stored) {
    static final int COLUMNS = 64;
    static final int ROWS = 48;
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    static TestImage ramp() {
        return new TestImage(0, 1, true, (column, row) -> 1024 + 10 * column + row);
    }

    Path writeTo(Path file) throws IOException {
        ByteBuffer pixels = ByteBuffer.allocate(2 * COLUMNS * ROWS).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                pixels.putShort((short) stored.applyAsInt(column, row));
            }
        }
        DataSetBuilder data = DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, CT)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.77." + number)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.77.1000")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.77.1001")
                .text(Tag.STUDY_DATE, Vr.DA, "20260102")
                .text(Tag.MODALITY, Vr.CS, "CT")
                .text(Tag.PATIENT_NAME, Vr.PN, "Test^Phantom=测试^体模")
                .text(Tag.PATIENT_ID, Vr.LO, "PHANTOM-77")
                .text(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(number))
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.ROWS, Vr.US, ROWS)
                .integers(Tag.COLUMNS, Vr.US, COLUMNS)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, 16)
                .integers(Tag.HIGH_BIT, Vr.US, 15)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 1)
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, -1024)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1);
        if (hasGeometry) {
            data.text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.77.1002")
                    .decimals(Tag.PIXEL_SPACING, Vr.DS, 0.5, 0.8)
                    .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, -10, -20, zMm)
                    .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0);
        }
        PixelData.Native native16 =
                new PixelData.Native(Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(pixels.array()), pixels.capacity(), false);
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(out, data.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.of(native16));
        }
        return file;
    }
}
