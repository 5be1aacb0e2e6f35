package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;

/// A trunk in one frame of reference: low-dose CT, then FDG PET in becquerel per millilitre, with hot spots of known
/// standardized uptake.
///
/// CT has twice the pixels of PET in half their size. Both have the same slices, counted from the feet; instances are
/// those of the CT, then those of the PET.
///
/// **Units:** `petSpacingMm` between pixel centres of the PET both ways; `grain` 1 is that of a scanner, 0 none.
// [impl->req~phantom.pet-ct~1]
public record PetCtPhantom(int petSize1d, int slices, double petSpacingMm, double sliceStepMm, double grain)
        implements SyntheticStudy {
    /// Over how much a PET draws out an edge, about the resolution of a whole-body scanner.
    static final double PET_BLUR_MM = 8;

    private static final double INTERCEPT = -1024;
    private static final int CT_BITS = 12;

    static final SyntheticHeader HEADER = new SyntheticHeader(
            "ISO_IR 192",
            "pet-ct",
            "Yanshi^Ding=演示^丁",
            "DEMO-0004",
            "19680227",
            "M",
            "057Y",
            "20260116",
            "091500",
            "DEMO26011611",
            "全身PET/CT Whole-body PET/CT",
            "PT",
            "CHESTABDPELVIS");

    private static final List<HotSpot> HOT_SPOTS = List.of(
            new HotSpot("A", new Vec3(-78, -8, 148), 28, 35, 9),
            new HotSpot("B", new Vec3(-22, 12, 128), 20, 45, 6),
            new HotSpot("C", new Vec3(-84, -10, 12), 30, 30, 8),
            new HotSpot("D", new Vec3(2, 56, -53), 22, 90, 7),
            new HotSpot("E", new Vec3(78, 62, -112), 24, 70, 5));

    private static final List<Organ> ORGANS = organs();

    /// 96 slices 5 mm apart: CT of 256 x 256 at 1.6 mm, PET of 128 x 128 at 3.2 mm.
    public static PetCtPhantom standard() {
        return new PetCtPhantom(128, 96, 3.2, 5, 1);
    }

    private static List<Organ> organs() {
        List<Organ> all = new java.util.ArrayList<>(TrunkAnatomy.organs());
        for (HotSpot spot : HOT_SPOTS) {
            double radius = spot.diameterMm() / 2;
            Vec3 half = new Vec3(radius, radius, radius);
            all.add(Organ.ellipsoid(spot.centre(), half, spot.hounsfield(), spot.suv()));
        }
        return List.copyOf(all);
    }

    /// The truth.
    public List<HotSpot> hotSpots() {
        return HOT_SPOTS;
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "pet-ct";
    }

    @Override
    public int size() {
        return 2 * slices;
    }

    /// Centre of the first pixel of a PET slice.
    public Vec3 petPosition(int slice) {
        return corner(slice, petSize1d, petSpacingMm);
    }

    private Vec3 corner(int slice, int size1d, double spacingMm) {
        double corner = -(size1d - 1) / 2.0 * spacingMm;
        return new Vec3(corner, corner, (slice - (slices - 1) / 2.0) * sliceStepMm);
    }

    @Override
    public SyntheticInstance instance(int index) {
        return index < slices ? ct(index) : pet(index - slices);
    }

    private SyntheticInstance ct(int slice) {
        int size1d = 2 * petSize1d;
        double spacing = petSpacingMm / 2;
        Vec3 position = corner(slice, size1d, spacing);
        DataSetBuilder builder = HEADER.withModality("CT")
                .builder("1.2.840.10008.5.1.4.1.1.2", 2, "低剂量CT Low-dose CT", slice + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL")
                .text(Tag.PATIENT_POSITION, Vr.CS, "HFS")
                .decimals(Tag.KVP, Vr.DS, 120)
                .decimals(Tag.RECONSTRUCTION_DIAMETER, Vr.DS, size1d * spacing)
                .integers(Tag.X_RAY_TUBE_CURRENT, Vr.IS, 40)
                .text(Tag.CONVOLUTION_KERNEL, Vr.SH, "FORMULA")
                .integers(Tag.ACQUISITION_NUMBER, Vr.IS, 1)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 40)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 400)
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, INTERCEPT)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                .text(Tag.RESCALE_TYPE, Vr.LO, "HU");
        place(builder, position, spacing);
        SyntheticHeader.grey(builder, "MONOCHROME2", size1d, size1d, CT_BITS);
        TrunkSlice drawn = new TrunkSlice(size1d, spacing, spacing, position, -1000);
        drawn.paint(ORGANS, Organ::hounsfield);
        float[] values = drawn.values();
        Noise.add(values, size1d, slice, 14 * grain);
        for (int i = 0; i < values.length; i++) {
            values[i] -= (float) INTERCEPT;
        }
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(values, CT_BITS));
    }

    private SyntheticInstance pet(int slice) {
        Vec3 position = petPosition(slice);
        float[] suv = suv(slice);
        float greatest = 1e-3F;
        for (float value : suv) {
            greatest = Math.max(greatest, value);
        }
        double slope = FdgHeader.roundedSlope(greatest / FdgHeader.perBecquerel() / 65_000);
        DataSetBuilder builder = FdgHeader.builder(HEADER, slice, slices, position.z());
        place(builder, position, petSpacingMm);
        builder.decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, slope)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, Math.rint(4 / FdgHeader.perBecquerel()))
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, Math.rint(8 / FdgHeader.perBecquerel()));
        SyntheticHeader.grey(builder, "MONOCHROME2", petSize1d, petSize1d, 16);
        for (int i = 0; i < suv.length; i++) {
            suv[i] = (float) (suv[i] / FdgHeader.perBecquerel() / slope);
        }
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(suv, 16));
    }

    /// Standardized uptake by body weight, not yet rounded.
    ///
    /// **Shape:** `petSize1d × petSize1d`, row-major.
    public float[] suv(int slice) {
        TrunkSlice drawn = new TrunkSlice(petSize1d, petSpacingMm, PET_BLUR_MM, petPosition(slice), 0);
        drawn.paint(ORGANS, Organ::suv);
        float[] values = drawn.values();
        float[] chance = new float[values.length];
        Noise.add(chance, petSize1d, slice, grain);
        for (int i = 0; i < values.length; i++) {
            // More counts, more grain, though not in proportion.
            double grown = values[i] + 0.09 * chance[i] * Math.sqrt(values[i] + 0.01);
            values[i] = (float) Math.max(0, grown);
        }
        return values;
    }

    private void place(DataSetBuilder builder, Vec3 position, double spacing) {
        builder.decimals(Tag.SLICE_THICKNESS, Vr.DS, sliceStepMm)
                .decimals(Tag.PATIENT_SIZE, Vr.DS, FdgHeader.HEIGHT_M)
                .decimals(Tag.PATIENT_WEIGHT, Vr.DS, FdgHeader.WEIGHT_KG)
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, position.x(), position.y(), position.z())
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, SyntheticUids.of("pet-ct frame"))
                .text(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO, "")
                .decimals(Tag.SLICE_LOCATION, Vr.DS, position.z())
                .decimals(Tag.PIXEL_SPACING, Vr.DS, spacing, spacing);
    }
}
