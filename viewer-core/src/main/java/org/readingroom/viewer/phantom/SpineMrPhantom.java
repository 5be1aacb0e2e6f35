package org.readingroom.viewer.phantom;

import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;

/// A lumbar spine in T2 weighting: a sagittal series, then an axial one in the same frame of reference, with
/// the vertebrae of [SpineAnatomy] at known places.
///
/// Values are grey without a unit. Text is in UTF-8.
// [impl->req~phantom.spine-mr~1]
public record SpineMrPhantom(double grain) implements SyntheticStudy {
    public static final int SAGITTAL = 11;
    public static final int AXIAL = 44;

    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.4";
    private static final int BITS = 12;
    private static final double SAGITTAL_STEP_MM = 4.5;
    private static final double AXIAL_STEP_MM = 6;
    private static final Plane UPRIGHT = new Plane(340, 200, 1, new Vec3(0, 1, 0), new Vec3(0, 0, -1));
    private static final Plane ACROSS = new Plane(150, 150, 1.3, new Vec3(1, 0, 0), new Vec3(0, 1, 0));

    private static final SyntheticHeader HEADER = new SyntheticHeader(
            "ISO_IR 192",
            "mr-spine",
            "Yanshi^Gui=演示^癸",
            "DEMO-0010",
            "19691130",
            "M",
            "056Y",
            "20260119",
            "142210",
            "DEMO26011921",
            "腰椎MR平扫 Lumbar spine MR",
            "MR",
            "LSPINE");

    private record Plane(int rows, int columns, double spacingMm, Vec3 right, Vec3 down) {}

    public static SpineMrPhantom standard() {
        return new SpineMrPhantom(18);
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "mr-spine";
    }

    @Override
    public int size() {
        return SAGITTAL + AXIAL;
    }

    /// Centre of the first pixel: sagittal slices go from right to left, axial ones from the feet to the
    /// head.
    public Vec3 position(int index) {
        return index < SAGITTAL
                ? new Vec3((index - SAGITTAL / 2) * SAGITTAL_STEP_MM, -120, 260)
                : new Vec3(-97, -110, -15 + (index - SAGITTAL) * AXIAL_STEP_MM);
    }

    @Override
    public SyntheticInstance instance(int index) {
        boolean isSagittal = index < SAGITTAL;
        Plane plane = isSagittal ? UPRIGHT : ACROSS;
        double step = isSagittal ? SAGITTAL_STEP_MM : AXIAL_STEP_MM;
        Vec3 position = position(index);
        Vec3 right = plane.right();
        Vec3 down = plane.down();
        DataSetBuilder builder = HEADER.builder(
                        SOP_CLASS,
                        isSagittal ? 2 : 3,
                        isSagittal ? "T2 矢状位 Sagittal" : "T2 轴位 Axial",
                        isSagittal ? index + 1 : index - SAGITTAL + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "M", "SE")
                .text(Tag.SCANNING_SEQUENCE, Vr.CS, "SE")
                .text(Tag.SEQUENCE_VARIANT, Vr.CS, "SK")
                .text(Tag.SCAN_OPTIONS, Vr.CS, "")
                .text(Tag.MR_ACQUISITION_TYPE, Vr.CS, "2D")
                .decimals(Tag.SLICE_THICKNESS, Vr.DS, 4)
                .decimals(Tag.REPETITION_TIME, Vr.DS, 3200)
                .decimals(Tag.ECHO_TIME, Vr.DS, 102)
                .integers(Tag.ECHO_TRAIN_LENGTH, Vr.IS, 15)
                .decimals(Tag.MAGNETIC_FIELD_STRENGTH, Vr.DS, 1.5)
                .decimals(Tag.SPACING_BETWEEN_SLICES, Vr.DS, step)
                .decimals(Tag.FLIP_ANGLE, Vr.DS, 90)
                .text(Tag.PATIENT_POSITION, Vr.CS, "HFS")
                .integers(Tag.ACQUISITION_NUMBER, Vr.IS, 1)
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, position.x(), position.y(), position.z())
                .decimals(
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        Vr.DS,
                        right.x(),
                        right.y(),
                        right.z(),
                        down.x(),
                        down.y(),
                        down.z())
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, SyntheticUids.of("mr-spine frame"))
                .text(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO, "")
                .decimals(Tag.PIXEL_SPACING, Vr.DS, plane.spacingMm(), plane.spacingMm())
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 560)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 1150);
        SyntheticHeader.grey(builder, "MONOCHROME2", plane.rows(), plane.columns(), BITS);
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(signal(index, plane), BITS));
    }

    private float[] signal(int index, Plane plane) {
        Vec3 corner = position(index);
        Vec3 right = plane.right().times(plane.spacingMm());
        Vec3 down = plane.down().times(plane.spacingMm());
        float[] values = new float[plane.rows() * plane.columns()];
        for (int i = 0; i < values.length; i++) {
            int row = i / plane.columns();
            int column = i % plane.columns();
            Vec3 at = corner.plus(right.times(column)).plus(down.times(row));
            values[i] = (float) SpineAnatomy.signal(at, plane.spacingMm());
        }
        Noise.add(values, plane.columns(), index, grain);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        return values;
    }
}
