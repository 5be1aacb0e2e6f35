package org.readingroom.viewer.phantom;

import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;

/// A frontal chest radiograph; two of them make a current study and its prior.
///
/// The nodule in the right lung grew between them. The prior is stored as MONOCHROME1, bright where the current
/// one is dark, as older plates are: on the screen both look alike.
///
/// **Units:** `spacingMm` at the plate, both ways; `noduleDiameterMm` the truth.
// [impl->req~phantom.cr-pair~1]
public record CrChestPhantom(int size1d, double spacingMm, double noduleDiameterMm, boolean isPrior)
        implements SyntheticStudy {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.1";
    private static final int BITS = 12;
    private static final double TOP_MM = 158;
    private static final int GREATEST = (1 << BITS) - 1;
    private static final Vec3 NODULE = new Vec3(-94, 10, -20);

    /// 1024 x 1024 at 0.34 mm, a nodule of 18 mm.
    public static CrChestPhantom current() {
        return new CrChestPhantom(1024, 0.34, 18, false);
    }

    /// Seven months before, the same nodule at 9 mm.
    public static CrChestPhantom prior() {
        return new CrChestPhantom(1024, 0.34, 9, true);
    }

    private SyntheticHeader header() {
        return new SyntheticHeader(
                "ISO_IR 192",
                isPrior ? "cr-chest-prior" : "cr-chest-current",
                "Yanshi^Bing=演示^丙",
                "DEMO-0003",
                "19550304",
                "M",
                "070Y",
                isPrior ? "20250610" : "20260116",
                isPrior ? "141500" : "082045",
                isPrior ? "DEMO25061007" : "DEMO26011607",
                "胸部正位片 Chest PA",
                "CR",
                "CHEST");
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(header().studyUid());
    }

    @Override
    public String name() {
        return isPrior ? "cr-chest-prior" : "cr-chest-current";
    }

    @Override
    public int size() {
        return 1;
    }

    /// Column and row of the nodule's centre; (0, 0) is the centre of the first pixel.
    public double[] noduleCentre() {
        return new double[] {NODULE.x() / spacingMm + (size1d - 1) / 2.0, (TOP_MM - NODULE.z()) / spacingMm};
    }

    @Override
    public SyntheticInstance instance(int index) {
        DataSetBuilder builder = header().builder(SOP_CLASS, 1, "胸部后前位 PA", index + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY")
                .text(Tag.VIEW_POSITION, Vr.CS, "PA")
                .decimals(Tag.KVP, Vr.DS, 120)
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, "L", "F")
                .decimals(Tag.IMAGER_PIXEL_SPACING, Vr.DS, spacingMm, spacingMm)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, isPrior ? GREATEST - 2050 : 2050)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 3300);
        SyntheticHeader.grey(builder, isPrior ? "MONOCHROME1" : "MONOCHROME2", size1d, size1d, BITS);
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(stored(), BITS));
    }

    /// Stored values, not yet rounded.
    ///
    /// **Shape:** `size1d × size1d`, row-major.
    public float[] stored() {
        ChestProjection projection = new ChestProjection(size1d, spacingMm, TOP_MM);
        float[] lengths = projection.tissueMm();
        projection.addSphere(lengths, NODULE, noduleDiameterMm, 1.35);
        for (int i = 0; i < lengths.length; i++) {
            // The film's curve: flat in the dark and in the bright.
            double bright = 1 / (1 + Math.exp(-(lengths[i] - 112) / 44));
            lengths[i] = (float) (180 + 3650 * bright);
        }
        Noise.add(lengths, size1d, isPrior ? 7 : 3, 16);
        if (isPrior) {
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = GREATEST - lengths[i];
            }
        }
        return lengths;
    }
}
