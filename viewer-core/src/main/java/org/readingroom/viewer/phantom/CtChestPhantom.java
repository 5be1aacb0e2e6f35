package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;

/// An axial chest CT without contrast, with nodules of known place, size and density.
///
/// Stored values are Hounsfield units plus 1024 in twelve bits.
///
/// **Units:** `spacingMm` between pixel centres both ways, `sliceStepMm` between slices, `grainHu` the standard
/// deviation of the grain; 0 gives a picture that is exactly its formula.
// [impl->req~phantom.ct-chest~1]
public record CtChestPhantom(
        int size1d, int slices, double spacingMm, double sliceStepMm, double grainHu, ChestVisit visit)
        implements SyntheticStudy {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.2";
    private static final double INTERCEPT = -1024;
    private static final int BITS = 12;

    /// The chest of today.
    public CtChestPhantom(int size1d, int slices, double spacingMm, double sliceStepMm, double grainHu) {
        this(size1d, slices, spacingMm, sliceStepMm, grainHu, ChestVisit.CURRENT);
    }

    /// 130 slices of 512 x 512, 0.7 mm, 2 mm apart.
    public static CtChestPhantom standard() {
        return new CtChestPhantom(512, 130, 0.7, 2, 11);
    }

    /// The same chest in 65 slices of 128 x 128 without grain, for tests.
    public static CtChestPhantom coarse() {
        return new CtChestPhantom(128, 65, 2.8, 4, 0);
    }

    /// The same patient eight months earlier, in another frame of reference: 84 slices of 256 x 256, 1.45 mm, 3 mm
    /// apart.
    // [impl->req~phantom.ct-chest-prior~1]
    public static CtChestPhantom prior() {
        return new CtChestPhantom(256, 84, 1.45, 3, 9, ChestVisit.PRIOR);
    }

    /// The prior in 42 slices of 96 x 96 without grain, for tests.
    public static CtChestPhantom coarsePrior() {
        return new CtChestPhantom(96, 42, 3.8, 6, 0, ChestVisit.PRIOR);
    }

    /// A chest of another patient without a nodule, in 65 slices of 128 x 128 without grain, for tests.
    public static CtChestPhantom coarseHealthy() {
        return new CtChestPhantom(128, 65, 2.8, 4, 0, ChestVisit.HEALTHY);
    }

    /// The truth, in patient coordinates.
    public List<Nodule> nodules() {
        return visit.placed();
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(visit.header().studyUid());
    }

    @Override
    public String name() {
        return visit.header().key();
    }

    @Override
    public int size() {
        return slices;
    }

    /// Centre of the first pixel of a slice; slices go from the feet to the head.
    public Vec3 position(int slice) {
        double corner = -(size1d - 1) / 2.0 * spacingMm;
        return new Vec3(corner, corner, (slice - (slices - 1) / 2.0) * sliceStepMm);
    }

    @Override
    public SyntheticInstance instance(int index) {
        Vec3 position = position(index);
        DataSetBuilder builder = visit.header()
                .builder(SOP_CLASS, visit.seriesNumber(), visit.series(), index + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL")
                .decimals(Tag.SLICE_THICKNESS, Vr.DS, sliceStepMm)
                .decimals(Tag.KVP, Vr.DS, 120)
                .decimals(Tag.RECONSTRUCTION_DIAMETER, Vr.DS, size1d * spacingMm)
                .decimals(Tag.GANTRY_DETECTOR_TILT, Vr.DS, 0)
                .integers(Tag.X_RAY_TUBE_CURRENT, Vr.IS, 160)
                .text(Tag.CONVOLUTION_KERNEL, Vr.SH, "FORMULA")
                .text(Tag.PATIENT_POSITION, Vr.CS, "HFS")
                .integers(Tag.ACQUISITION_NUMBER, Vr.IS, 1)
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, position.x(), position.y(), position.z())
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, SyntheticUids.of(name() + " frame"))
                .text(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO, "")
                .decimals(Tag.SLICE_LOCATION, Vr.DS, position.z())
                .decimals(Tag.PIXEL_SPACING, Vr.DS, spacingMm, spacingMm)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, -600, 40)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 1500, 400)
                .text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, Vr.LO, "LUNG", "MEDIASTINUM")
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, INTERCEPT)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                .text(Tag.RESCALE_TYPE, Vr.LO, "HU");
        SyntheticHeader.grey(builder, "MONOCHROME2", size1d, size1d, BITS);
        float[] stored = hounsfield(index);
        for (int i = 0; i < stored.length; i++) {
            stored[i] -= (float) INTERCEPT;
        }
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(stored, BITS));
    }

    /// The modality values of a slice, not yet rounded.
    ///
    /// **Shape:** `size1d × size1d`, row-major.
    public float[] hounsfield(int slice) {
        Vec3 corner = position(slice).plus(visit.couch());
        ChestAnatomy anatomy = new ChestAnatomy(corner.z(), spacingMm);
        float[] values = new float[size1d * size1d];
        for (int row = 0; row < size1d; row++) {
            double y = corner.y() + row * spacingMm;
            for (int column = 0; column < size1d; column++) {
                values[row * size1d + column] = (float) anatomy.hounsfield(corner.x() + column * spacingMm, y);
            }
        }
        vessels(values, anatomy, corner);
        visit.nodules().forEach(nodule -> paint(values, nodule, corner));
        Noise.add(values, size1d, slice, grainHu);
        return values;
    }

    private void vessels(float[] values, ChestAnatomy anatomy, Vec3 corner) {
        for (Tube tube : anatomy.lungVessels()) {
            double reach = tube.radius() + spacingMm;
            int firstRow = row(Math.min(tube.start().y(), tube.end().y()) - reach, corner);
            int lastRow = row(Math.max(tube.start().y(), tube.end().y()) + reach, corner);
            int first = column(Math.min(tube.start().x(), tube.end().x()) - reach, corner);
            int last = column(Math.max(tube.start().x(), tube.end().x()) + reach, corner);
            for (int row = firstRow; row <= lastRow; row++) {
                double y = corner.y() + row * spacingMm;
                for (int column = first; column <= last; column++) {
                    double x = corner.x() + column * spacingMm;
                    double cover = Blend.cover(tube.distance(x, y, corner.z()), spacingMm);
                    int at = row * size1d + column;
                    if (cover > 0 && values[at] < -500) {
                        values[at] = (float) Blend.mix(
                                values[at], 38, cover * Blend.cover(anatomy.lung(x, y) + 2, spacingMm));
                    }
                }
            }
        }
    }

    private void paint(float[] values, Nodule nodule, Vec3 corner) {
        double reach = nodule.diameterMm() / 2 + spacingMm;
        double dz = corner.z() - nodule.centre().z();
        if (Math.abs(dz) > reach) {
            return;
        }
        for (int row = row(nodule.centre().y() - reach, corner);
                row <= row(nodule.centre().y() + reach, corner);
                row++) {
            double dy = corner.y() + row * spacingMm - nodule.centre().y();
            for (int column = column(nodule.centre().x() - reach, corner);
                    column <= column(nodule.centre().x() + reach, corner);
                    column++) {
                double dx = corner.x() + column * spacingMm - nodule.centre().x();
                double distance = Math.sqrt(dx * dx + dy * dy + dz * dz) - nodule.diameterMm() / 2;
                int at = row * size1d + column;
                values[at] = (float) Blend.mix(values[at], nodule.hounsfield(), Blend.cover(distance, spacingMm));
            }
        }
    }

    private int row(double y, Vec3 corner) {
        return Math.clamp(Math.round((y - corner.y()) / spacingMm), 0, size1d - 1);
    }

    private int column(double x, Vec3 corner) {
        return Math.clamp(Math.round((x - corner.x()) / spacingMm), 0, size1d - 1);
    }
}
