package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.StudyUid;

/// A digital radiograph of a right hand, palm on the plate, with a broken neck of the fifth metacarpal.
///
/// **Units:** `spacingMm` at the detector, both ways.
// [impl->req~phantom.hand~1]
public record HandPhantom(int rows, int columns, double spacingMm) implements SyntheticStudy {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.1.1";
    private static final int BITS = 12;
    private static final double MIDDLE_MM = 15;

    private static final SyntheticHeader HEADER = new SyntheticHeader(
            "ISO_IR 192",
            "dx-hand",
            "Yanshi^Ren=演示^壬",
            "DEMO-0009",
            "20030607",
            "M",
            "022Y",
            "20260119",
            "171140",
            "DEMO26011917",
            "右手正位片 Right hand PA",
            "DX",
            "HAND");

    /// 800 x 620 at 0.3 mm.
    public static HandPhantom standard() {
        return new HandPhantom(800, 620, 0.3);
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "dx-hand";
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public SyntheticInstance instance(int index) {
        DataSetBuilder builder = HEADER.builder(SOP_CLASS, 1, "后前位 PA", index + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "")
                .text(Tag.PRESENTATION_INTENT_TYPE, Vr.CS, "FOR PRESENTATION")
                .text(Tag.IMAGE_LATERALITY, Vr.CS, "R")
                .text(Tag.VIEW_POSITION, Vr.CS, "PA")
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, "L", "H")
                .sequence(Tag.ANATOMIC_REGION_SEQUENCE, Codes.sct("85562004", "Hand"))
                .sequence(
                        PhantomTag.VIEW_CODE_SEQUENCE,
                        List.of(Codes.sctItem("272479007", "postero-anterior")
                                .sequence(PhantomTag.VIEW_MODIFIER_CODE_SEQUENCE, List.of())
                                .build()))
                .text(PhantomTag.POSITIONER_TYPE, Vr.CS, "NONE")
                .text(Tag.DETECTOR_TYPE, Vr.CS, "DIRECT")
                .decimals(Tag.KVP, Vr.DS, 50)
                .decimals(Tag.IMAGER_PIXEL_SPACING, Vr.DS, spacingMm, spacingMm)
                .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, Vr.CS, "LOG")
                .integers(Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN, Vr.SS, -1)
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                .text(Tag.RESCALE_TYPE, Vr.LO, "US")
                .text(Tag.PRESENTATION_LUT_SHAPE, Vr.CS, "IDENTITY")
                .text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "00")
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "NO")
                .sequence(PhantomTag.ACQUISITION_CONTEXT_SEQUENCE, List.of())
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 2150)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 3900);
        SyntheticHeader.grey(builder, "MONOCHROME2", rows, columns, BITS);
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(stored(), BITS));
    }

    /// Stored values, not yet rounded.
    ///
    /// **Shape:** `rows × columns`, row-major.
    public float[] stored() {
        Shadows shadows = new Shadows(
                rows, columns, spacingMm, -(columns - 1) / 2.0 * spacingMm, (rows - 1) / 2.0 * spacingMm + MIDDLE_MM);
        float[] lengths = HandAnatomy.tissueMm(shadows);
        for (int i = 0; i < lengths.length; i++) {
            // The detector's curve: flat in the dark and in the bright.
            lengths[i] = (float) (4000 / (1 + Math.exp(-(lengths[i] - 17) / 5.6)) - 110);
        }
        Noise.add(lengths, columns, 12, 24);
        return lengths;
    }
}
