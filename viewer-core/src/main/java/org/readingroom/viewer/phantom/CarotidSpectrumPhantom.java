package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.StudyUid;

/// One ultrasound image of two regions: a carotid artery above, in centimetres, and below it the Doppler spectrum of
/// its
/// blood, velocity over time.
///
/// **Space:** the spectrum's rows and columns are those of the image; its baseline is [#BASELINE], time zero its right
/// edge.
// [impl->req~phantom.spectrum~1]
public record CarotidSpectrumPhantom() implements SyntheticStudy {
    public static final double TISSUE_CM = 0.015;
    public static final double SECONDS = 0.005;
    /// Upwards: the sign of the file's delta is the other.
    public static final double CM_PER_SECOND = 0.8;

    /// The row of velocity zero.
    public static final int BASELINE = 400;

    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.6.1";
    private static final int ROWS = 480;
    private static final int COLUMNS = 640;
    private static final int TISSUE_TOP = 20;
    private static final int TISSUE_BOTTOM = 229;
    private static final int LEFT = 40;
    private static final int RIGHT = 599;
    private static final int TOP = 250;
    private static final int BOTTOM = 449;
    private static final double BEAT_SECONDS = 0.8;

    private static final SyntheticHeader HEADER = new SyntheticHeader(
            "ISO_IR 192",
            "carotid-spectrum",
            "Yanshi^Zi=演示^子",
            "DEMO-0006",
            "19590630",
            "F",
            "066Y",
            "20260116",
            "142500",
            "DEMO26011626",
            "右颈动脉频谱 Right carotid spectrum",
            "US",
            "NECK");

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "carotid-spectrum";
    }

    @Override
    public int size() {
        return 1;
    }

    /// The truth: the greatest velocity in a column of the spectrum, in centimetres per second.
    public static double velocity(double column) {
        double beat = (column - LEFT) * SECONDS / BEAT_SECONDS;
        return 18 + 72 * CarotidPicture.pulse(beat - Math.floor(beat));
    }

    @Override
    public SyntheticInstance instance(int index) {
        DataSetBuilder builder = HEADER.builder(SOP_CLASS, 1, "脉冲多普勒 PW Doppler", index + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "VASCULAR", "0009")
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, "")
                .sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, List.of(tissue(), spectrum()))
                .integers(Tag.ULTRASOUND_COLOR_DATA_PRESENT, Vr.US, 0)
                .text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "00")
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "NO");
        SyntheticHeader.colour(builder, ROWS, COLUMNS);
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(picture()));
    }

    private static byte[] picture() {
        byte[] all = new byte[ROWS * COLUMNS * 3];
        // the part right of the tissue is left black: the picture draws its scale of colours there
        new CarotidPicture(TISSUE_BOTTOM - TISSUE_TOP + 1, COLUMNS - 40, 10 * TISSUE_CM, 0.3)
                .draw(all, TISSUE_TOP * COLUMNS * 3, COLUMNS);
        for (int column = LEFT; column <= RIGHT; column++) {
            double height = velocity(column) / CM_PER_SECOND;
            for (int row = TOP; row <= BOTTOM; row++) {
                double up = BASELINE - row;
                double grey = row == BASELINE ? 200 : 6;
                if (up > 0 && up <= height) {
                    // brightest near the envelope, as blood that flows fast together is
                    grey = (70 + 120 * up / height) * (0.5 + 0.5 * Texture.speckle(column / 2.0, row / 2.0, 9));
                }
                byte level = (byte) Math.clamp(Math.round(grey), 0, 255);
                int at = (row * COLUMNS + column) * 3;
                all[at] = level;
                all[at + 1] = level;
                all[at + 2] = level;
            }
        }
        return all;
    }

    private static DataSet tissue() {
        return region(0, TISSUE_TOP, COLUMNS - 41, TISSUE_BOTTOM, 1, 1)
                .integers(Tag.PHYSICAL_UNITS_X_DIRECTION, Vr.US, 3)
                .integers(Tag.PHYSICAL_UNITS_Y_DIRECTION, Vr.US, 3)
                .decimals(Tag.PHYSICAL_DELTA_X, Vr.FD, TISSUE_CM)
                .decimals(Tag.PHYSICAL_DELTA_Y, Vr.FD, TISSUE_CM)
                .build();
    }

    private static DataSet spectrum() {
        return region(LEFT, TOP, RIGHT, BOTTOM, 3, 3)
                .integers(Tag.REFERENCE_PIXEL_X0, Vr.SL, RIGHT - LEFT)
                .integers(Tag.REFERENCE_PIXEL_Y0, Vr.SL, BASELINE - TOP)
                .integers(Tag.PHYSICAL_UNITS_X_DIRECTION, Vr.US, 4)
                .integers(Tag.PHYSICAL_UNITS_Y_DIRECTION, Vr.US, 7)
                .decimals(Tag.REF_PIXEL_PHYSICAL_VALUE_X, Vr.FD, 0)
                .decimals(Tag.REF_PIXEL_PHYSICAL_VALUE_Y, Vr.FD, 0)
                .decimals(Tag.PHYSICAL_DELTA_X, Vr.FD, SECONDS)
                .decimals(Tag.PHYSICAL_DELTA_Y, Vr.FD, -CM_PER_SECOND)
                .build();
    }

    private static DataSetBuilder region(int left, int top, int right, int bottom, int format, int type) {
        return DataSetBuilder.create()
                .integers(Tag.REGION_SPATIAL_FORMAT, Vr.US, format)
                .integers(Tag.REGION_DATA_TYPE, Vr.US, type)
                .integers(Tag.REGION_FLAGS, Vr.UL, 0)
                .integers(Tag.REGION_LOCATION_MIN_X0, Vr.UL, left)
                .integers(Tag.REGION_LOCATION_MIN_Y0, Vr.UL, top)
                .integers(Tag.REGION_LOCATION_MAX_X1, Vr.UL, right)
                .integers(Tag.REGION_LOCATION_MAX_Y1, Vr.UL, bottom);
    }
}
