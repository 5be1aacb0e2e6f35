package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;

/// An axial CT of a trunk with two lesions of known size, at one of two visits: what a follow-up is measured
/// against.
///
/// 24 slices of 160 x 160 pixels of 2 mm, 5 mm apart, through the lesions' middles; no grain. A node is an
/// ellipsoid that lies across.
// [impl->req~phantom.lesion-ct~1]
public record LesionCtPhantom(boolean isLater) implements SyntheticStudy {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.2";
    private static final int SIZE = 160;
    private static final int SLICES = 24;
    private static final double SPACING_MM = 2;
    private static final double STEP_MM = 5;
    private static final double INTERCEPT = -1024;
    private static final int BITS = 12;

    /// What was there: half axes along x, y and z.
    ///
    /// **Space:** patient, millimetres.
    public record Lesion(String name, Vec3 centre, Vec3 half) {
        public double longestMm() {
            return 2 * Math.max(half.x(), half.y());
        }

        public double shortMm() {
            return 2 * Math.min(half.x(), half.y());
        }
    }

    /// The liver lesion of 40 mm shrinks to 24 mm, the node of 28 x 20 mm to 16 x 8 mm.
    public List<Lesion> lesions() {
        double liver = isLater ? 12 : 20;
        return List.of(
                new Lesion("liver", new Vec3(-60, -10, 0), new Vec3(liver, liver, liver)),
                new Lesion("node", new Vec3(62, 26, 0), isLater ? new Vec3(8, 4, 8) : new Vec3(14, 10, 12)));
    }

    private SyntheticHeader header() {
        return new SyntheticHeader(
                "ISO_IR 192",
                isLater ? "lesion-ct-later" : "lesion-ct",
                "Yanshi^Chou=演示^丑",
                "DEMO-0011",
                "19580817",
                "F",
                "067Y",
                isLater ? "20260112" : "20251103",
                "111500",
                isLater ? "DEMO26011203" : "DEMO25110304",
                "腹部CT Abdominal CT",
                "CT",
                "ABDOMEN");
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(header().studyUid());
    }

    @Override
    public String name() {
        return header().key();
    }

    @Override
    public int size() {
        return SLICES;
    }

    /// Centre of the first pixel of a slice; the middle of both lesions lies in slice 12.
    public Vec3 position(int slice) {
        return new Vec3(-SIZE / 2 * SPACING_MM, -SIZE / 2 * SPACING_MM, (slice - SLICES / 2) * STEP_MM);
    }

    @Override
    public SyntheticInstance instance(int index) {
        Vec3 position = position(index);
        DataSetBuilder builder = header().builder(SOP_CLASS, 2, "静脉期 Venous 5.0 mm", index + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL")
                .decimals(Tag.SLICE_THICKNESS, Vr.DS, STEP_MM)
                .decimals(Tag.KVP, Vr.DS, 120)
                .text(Tag.CONVOLUTION_KERNEL, Vr.SH, "FORMULA")
                .text(Tag.PATIENT_POSITION, Vr.CS, "HFS")
                .integers(Tag.ACQUISITION_NUMBER, Vr.IS, 1)
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, position.x(), position.y(), position.z())
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, SyntheticUids.of(name() + " frame"))
                .text(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO, "")
                .decimals(Tag.PIXEL_SPACING, Vr.DS, SPACING_MM, SPACING_MM)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 60)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 300)
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, INTERCEPT)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                .text(Tag.RESCALE_TYPE, Vr.LO, "HU");
        SyntheticHeader.grey(builder, "MONOCHROME2", SIZE, SIZE, BITS);
        float[] stored = new float[SIZE * SIZE];
        for (int i = 0; i < stored.length; i++) {
            int row = i / SIZE;
            int column = i % SIZE;
            Vec3 at = position.plus(new Vec3(column * SPACING_MM, row * SPACING_MM, 0));
            stored[i] = (float) (hounsfield(at) - INTERCEPT);
        }
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(stored, BITS));
    }

    /// Liver and gut, fat around, air outside; both lesions darker than what they lie in.
    private double hounsfield(Vec3 at) {
        double value = Blend.mix(-1000, -90, Blend.cover(Blend.ellipse(at.x(), at.y(), 150, 110), SPACING_MM));
        value = Blend.mix(value, 50, Blend.cover(Blend.ellipse(at.x(), at.y(), 138, 98), SPACING_MM));
        value = Blend.mix(value, 110, Blend.cover(Blend.ellipse(at.x() + 65, at.y() + 10, 62, 75), SPACING_MM));
        value = Blend.mix(value, 300, Blend.cover(Blend.ellipse(at.x(), at.y() - 60, 20, 17), SPACING_MM));
        value = Blend.mix(value, -60, Blend.cover(Blend.ellipse(at.x() - 62, at.y() - 26, 24, 20), SPACING_MM));
        for (Lesion lesion : lesions()) {
            Vec3 off = at.minus(lesion.centre());
            Vec3 half = lesion.half();
            double distance = Blend.ellipsoid(off.x(), off.y(), off.z(), half.x(), half.y(), half.z());
            value = Blend.mix(value, 40, Blend.cover(distance, SPACING_MM));
        }
        return value;
    }
}
