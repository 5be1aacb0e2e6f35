package org.readingroom.viewer.phantom;

import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;

/// A coronal T1-weighted head, from front to back.
///
/// Values are grey without a unit. Text is in GB18030.
///
/// **Units:** `spacingMm` between pixel centres both ways, `sliceStepMm` between slices.
// [impl->req~phantom.mr-head~1]
public record MrHeadPhantom(int size1d, int slices, double spacingMm, double sliceStepMm, double grain)
        implements SyntheticStudy {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.4";
    private static final int BITS = 12;
    private static final double TOP_MM = 118;

    private static final SyntheticHeader HEADER = new SyntheticHeader(
            "GB18030",
            "mr-head",
            "Yanshi^Yi=演示^乙",
            "DEMO-0002",
            "19780923",
            "F",
            "047Y",
            "20260115",
            "101530",
            "DEMO26011502",
            "头颅MR平扫 Head MR",
            "MR",
            "HEAD");

    /// 48 slices of 256 x 256, 0.94 mm, 4 mm apart.
    public static MrHeadPhantom standard() {
        return new MrHeadPhantom(256, 48, 0.94, 4, 14);
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "mr-head";
    }

    @Override
    public int size() {
        return slices;
    }

    /// Centre of the first pixel of a slice: upper right of the patient.
    public Vec3 position(int slice) {
        double corner = -(size1d - 1) / 2.0 * spacingMm;
        return new Vec3(corner, (slice - (slices - 1) / 2.0) * sliceStepMm, TOP_MM);
    }

    @Override
    public SyntheticInstance instance(int index) {
        Vec3 position = position(index);
        DataSetBuilder builder = HEADER.builder(SOP_CLASS, 3, "T1 冠状位 Coronal", index + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "M", "SE")
                .text(Tag.SCANNING_SEQUENCE, Vr.CS, "SE")
                .text(Tag.SEQUENCE_VARIANT, Vr.CS, "NONE")
                .text(Tag.SCAN_OPTIONS, Vr.CS, "")
                .text(Tag.MR_ACQUISITION_TYPE, Vr.CS, "2D")
                .decimals(Tag.SLICE_THICKNESS, Vr.DS, sliceStepMm)
                .decimals(Tag.REPETITION_TIME, Vr.DS, 520)
                .decimals(Tag.ECHO_TIME, Vr.DS, 12)
                .integers(Tag.ECHO_TRAIN_LENGTH, Vr.IS, 1)
                .decimals(Tag.MAGNETIC_FIELD_STRENGTH, Vr.DS, 1.5)
                .decimals(Tag.SPACING_BETWEEN_SLICES, Vr.DS, sliceStepMm)
                .decimals(Tag.FLIP_ANGLE, Vr.DS, 90)
                .text(Tag.PATIENT_POSITION, Vr.CS, "HFS")
                .integers(Tag.ACQUISITION_NUMBER, Vr.IS, 1)
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, position.x(), position.y(), position.z())
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 0, -1)
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, SyntheticUids.of("mr-head frame"))
                .text(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO, "")
                .decimals(Tag.PIXEL_SPACING, Vr.DS, spacingMm, spacingMm)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 480)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 900);
        SyntheticHeader.grey(builder, "MONOCHROME2", size1d, size1d, BITS);
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(signal(index), BITS));
    }

    /// Grey values of a slice, not yet rounded.
    ///
    /// **Shape:** `size1d × size1d`, row-major.
    public float[] signal(int slice) {
        Vec3 corner = position(slice);
        float[] values = new float[size1d * size1d];
        for (int row = 0; row < size1d; row++) {
            double z = corner.z() - row * spacingMm;
            for (int column = 0; column < size1d; column++) {
                double x = corner.x() + column * spacingMm;
                values[row * size1d + column] = (float) HeadAnatomy.signal(x, corner.y(), z, spacingMm);
            }
        }
        Noise.add(values, size1d, slice, grain);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        return values;
    }
}
