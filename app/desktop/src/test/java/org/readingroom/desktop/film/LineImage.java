package org.readingroom.desktop.film;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

/// A black picture with two bright columns and two bright rows, whose distances are known from its spacing alone.
///
/// Columns 50 and 250, rows 40 and 160 of 300 x 200 pixels; all people are invented.
public record LineImage(String patientId, String study, String instance, Spacing spacing) {
    public static final int COLUMNS = 300;
    public static final int ROWS = 200;
    public static final int LEFT = 50;
    public static final int RIGHT = 250;
    public static final int TOP = 40;
    public static final int BOTTOM = 160;
    static final double COLUMN_MM = 0.6;
    static final double ROW_MM = 0.5;
    public static final double ACROSS_MM = (RIGHT - LEFT) * COLUMN_MM;
    public static final double DOWN_MM = (BOTTOM - TOP) * ROW_MM;

    /// What the file says of its spacing.
    public enum Spacing {
        PATIENT,
        DETECTOR,
        NONE
    }

    public static LineImage of(int number, Spacing spacing) {
        return new LineImage("LINE-1", "2.25.7", "2.25.7." + number, spacing);
    }

    public void writeTo(Path file) throws IOException {
        byte[] pixels = new byte[COLUMNS * ROWS * 2];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                if (column == LEFT || column == RIGHT || row == TOP || row == BOTTOM) {
                    pixels[2 * (row * COLUMNS + column)] = (byte) 0xE8;
                    pixels[2 * (row * COLUMNS + column) + 1] = 3; // 1000
                }
            }
        }
        boolean isCt = spacing == Spacing.PATIENT;
        DataSetBuilder set = DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, isCt ? "1.2.840.10008.5.1.4.1.1.2" : "1.2.840.10008.5.1.4.1.1.1")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, instance)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study)
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, study + ".9" + spacing.ordinal())
                .text(Tag.MODALITY, Vr.CS, isCt ? "CT" : "CR")
                .text(Tag.PATIENT_NAME, Vr.PN, "Li^Ne=李^线")
                .text(Tag.PATIENT_ID, Vr.LO, patientId)
                .text(Tag.STUDY_DATE, Vr.DA, "20260301")
                .text(Tag.SERIES_DESCRIPTION, Vr.LO, "lines")
                .integers(Tag.INSTANCE_NUMBER, Vr.IS, 1)
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.ROWS, Vr.US, ROWS)
                .integers(Tag.COLUMNS, Vr.US, COLUMNS)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, 12)
                .integers(Tag.HIGH_BIT, Vr.US, 11)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 500)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 1000);
        if (isCt) {
            set.decimals(Tag.PIXEL_SPACING, Vr.DS, ROW_MM, COLUMN_MM)
                    .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, 0, 0, 0)
                    .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                    .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0)
                    .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1);
        } else if (spacing == Spacing.DETECTOR) {
            set.decimals(Tag.IMAGER_PIXEL_SPACING, Vr.DS, ROW_MM, COLUMN_MM);
        }
        PixelData data = new PixelData.Native(Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(pixels), pixels.length, false);
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(out, set.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.of(data));
        }
    }
}
