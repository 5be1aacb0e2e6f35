package org.readingroom.viewer.phantom;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.StudyUid;

/// A whole-body bone scan: counts seen from the front and from behind, two frames of one image.
///
/// **Units:** `spacingMm` between pixel centres both ways.
// [impl->req~phantom.bone-scan~1]
public record BoneScanPhantom(int rows, int columns, double spacingMm) implements SyntheticStudy {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.20";

    private static final SyntheticHeader HEADER = new SyntheticHeader(
            "ISO_IR 192",
            "bone-scan",
            "Yanshi^Xin=演示^辛",
            "DEMO-0008",
            "19640118",
            "M",
            "062Y",
            "20260119",
            "133000",
            "DEMO26011904",
            "全身骨显像 Whole-body bone scan",
            "NM",
            "WHOLEBODY");

    /// 780 x 256 at 2.3 mm.
    public static BoneScanPhantom standard() {
        return new BoneScanPhantom(780, 256, 2.3);
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "bone-scan";
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public SyntheticInstance instance(int index) {
        float[] all = new float[2 * rows * columns];
        IntStream.range(0, 2).parallel().forEach(frame -> {
            float[] counts = counts(frame == 1);
            System.arraycopy(counts, 0, all, frame * counts.length, counts.length);
        });
        double total = 0;
        for (float count : all) {
            total += count;
        }
        DataSetBuilder builder = Codes.supine(HEADER.builder(SOP_CLASS, 1, "前位后位 Anterior and posterior", index + 1))
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "WHOLE BODY", "EMISSION")
                .integers(Tag.NUMBER_OF_FRAMES, Vr.IS, 2)
                .integers(
                        Tag.FRAME_INCREMENT_POINTER, Vr.AT, PhantomTag.ENERGY_WINDOW_VECTOR, PhantomTag.DETECTOR_VECTOR)
                .integers(PhantomTag.ENERGY_WINDOW_VECTOR, Vr.US, 1, 1)
                .integers(PhantomTag.NUMBER_OF_ENERGY_WINDOWS, Vr.US, 1)
                .integers(PhantomTag.DETECTOR_VECTOR, Vr.US, 1, 2)
                .integers(PhantomTag.NUMBER_OF_DETECTORS, Vr.US, 2)
                .sequence(PhantomTag.ENERGY_WINDOW_INFORMATION_SEQUENCE, List.of(window()))
                .sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, List.of(drug()))
                .sequence(PhantomTag.DETECTOR_INFORMATION_SEQUENCE, List.of(detector(false), detector(true)))
                .integers(PhantomTag.COUNTS_ACCUMULATED, Vr.IS, Math.round(total))
                .integers(Tag.ACTUAL_FRAME_DURATION, Vr.IS, 900_000)
                .decimals(PhantomTag.SCAN_VELOCITY, Vr.DS, 2)
                .integers(PhantomTag.SCAN_LENGTH, Vr.IS, Math.round(rows * spacingMm))
                .decimals(Tag.PIXEL_SPACING, Vr.DS, spacingMm, spacingMm)
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, "")
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 26)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 52);
        SyntheticHeader.grey(builder, "MONOCHROME2", rows, columns, 16);
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(all, 16));
    }

    private static DataSet window() {
        return DataSetBuilder.create()
                .text(PhantomTag.ENERGY_WINDOW_NAME, Vr.SH, "Tc99m")
                .sequence(
                        PhantomTag.ENERGY_WINDOW_RANGE_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .decimals(PhantomTag.ENERGY_WINDOW_LOWER_LIMIT, Vr.DS, 126)
                                .decimals(PhantomTag.ENERGY_WINDOW_UPPER_LIMIT, Vr.DS, 154)
                                .build()))
                .build();
    }

    private static DataSet drug() {
        return DataSetBuilder.create()
                .text(Tag.RADIOPHARMACEUTICAL, Vr.LO, "Tc-99m MDP")
                .sequence(Tag.RADIONUCLIDE_CODE_SEQUENCE, Codes.sct("72454009", "^99m^Technetium"))
                .build();
    }

    private static DataSet detector(boolean posterior) {
        DataSet view =
                (posterior ? Codes.sctItem("255551008", "Posterior") : Codes.sctItem("255549009", "Anterior")).build();
        return DataSetBuilder.create()
                .text(Tag.COLLIMATOR_TYPE, Vr.CS, "PARA")
                .decimals(PhantomTag.FOCAL_DISTANCE, Vr.IS, 0)
                .text(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "")
                .text(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "")
                .sequence(PhantomTag.VIEW_CODE_SEQUENCE, List.of(view))
                .build();
    }

    /// How many counts are expected in every pixel; what is measured is a number of chance around it.
    ///
    /// **Shape:** `rows × columns`, row-major; the view from behind shows the patient's right on the right.
    public float[] expected(boolean posterior) {
        Shadows shadows =
                new Shadows(rows, columns, spacingMm, -(columns - 1) / 2.0 * spacingMm, SkeletonUptake.TOP_MM);
        float[] counts = SkeletonUptake.counts(shadows, posterior);
        if (!posterior) {
            return counts;
        }
        float[] seen = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            int row = i / columns;
            seen[i] = counts[row * columns + columns - 1 - i % columns];
        }
        return seen;
    }

    private float[] counts(boolean posterior) {
        float[] counts = expected(posterior);
        SplittableRandom random = new SplittableRandom(posterior ? 8 : 4);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (float) poisson(counts[i], random);
        }
        return counts;
    }

    private static double poisson(double mean, SplittableRandom random) {
        if (mean > 60) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
