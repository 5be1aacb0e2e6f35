package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.StudyUid;

/// Four mammograms for presentation: right and left, craniocaudal and mediolateral oblique.
///
/// The left breast has a dense mass with spicules and a group of specks beside it.
///
/// **Units:** `spacingMm` at the detector, both ways.
// [impl->req~phantom.mammogram~1]
public record MammogramPhantom(int rows, int columns, double spacingMm) implements SyntheticStudy {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.1.2";
    private static final int BITS = 12;

    private static final SyntheticHeader HEADER = new SyntheticHeader(
            "ISO_IR 192",
            "mammogram",
            "Yanshi^Wu=演示^戊",
            "DEMO-0005",
            "19740819",
            "F",
            "051Y",
            "20260116",
            "103800",
            "DEMO26011618",
            "双乳X线摄影 Mammography",
            "MG",
            "BREAST");

    /// 960 x 720 at 0.25 mm.
    public static MammogramPhantom standard() {
        return new MammogramPhantom(960, 720, 0.25);
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "mammogram";
    }

    @Override
    public int size() {
        return 4;
    }

    private static boolean isLeft(int index) {
        return index % 2 == 1;
    }

    private static boolean isOblique(int index) {
        return index >= 2;
    }

    /// Column and row of the middle of the mass in the left views.
    public double[] massCentre(int index) {
        double[] place = BreastShape.mass(isOblique(index));
        return new double[] {place[0] / spacingMm, place[1] / spacingMm + (rows - 1) / 2.0};
    }

    @Override
    public SyntheticInstance instance(int index) {
        String side = isLeft(index) ? "L" : "R";
        String view = isOblique(index) ? "MLO" : "CC";
        DataSetBuilder builder = HEADER.builder(SOP_CLASS, index + 1, side + view, 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "")
                .text(Tag.PRESENTATION_INTENT_TYPE, Vr.CS, "FOR PRESENTATION")
                .text(Tag.IMAGE_LATERALITY, Vr.CS, side)
                .text(Tag.VIEW_POSITION, Vr.CS, view)
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, orientation(index))
                .sequence(Tag.ANATOMIC_REGION_SEQUENCE, Codes.sct("76752008", "Breast"))
                .sequence(PhantomTag.VIEW_CODE_SEQUENCE, List.of(view(index)))
                .text(PhantomTag.ORGAN_EXPOSED, Vr.CS, "BREAST")
                .text(PhantomTag.BREAST_IMPLANT_PRESENT, Vr.CS, "NO")
                .text(PhantomTag.POSITIONER_TYPE, Vr.CS, "MAMMOGRAPHIC")
                .decimals(PhantomTag.POSITIONER_PRIMARY_ANGLE, Vr.DS, isOblique(index) ? isLeft(index) ? -45 : 45 : 0)
                .decimals(PhantomTag.BODY_PART_THICKNESS, Vr.DS, 52)
                .decimals(PhantomTag.COMPRESSION_FORCE, Vr.DS, 95)
                .text(Tag.DETECTOR_TYPE, Vr.CS, "DIRECT")
                .decimals(Tag.KVP, Vr.DS, 28)
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
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 1650)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 2900);
        SyntheticHeader.grey(builder, "MONOCHROME2", rows, columns, BITS);
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(stored(index), BITS));
    }

    /// Which way rows and columns run: the chest wall is on the side where the other breast hangs.
    private static String[] orientation(int index) {
        String down = isOblique(index) ? isLeft(index) ? "FR" : "FL" : isLeft(index) ? "R" : "L";
        return new String[] {isLeft(index) ? "A" : "P", down};
    }

    private static DataSet view(int index) {
        DataSetBuilder code = isOblique(index)
                ? Codes.sctItem("399368009", "medio-lateral oblique")
                : Codes.sctItem("399162004", "cranio-caudal");
        return code.sequence(PhantomTag.VIEW_MODIFIER_CODE_SEQUENCE, List.of()).build();
    }

    /// Stored values, not yet rounded.
    ///
    /// **Shape:** `rows × columns`, row-major.
    public float[] stored(int index) {
        BreastShape shape = new BreastShape(isLeft(index), isOblique(index), spacingMm);
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            double down = (row - (rows - 1) / 2.0) * spacingMm;
            for (int column = 0; column < columns; column++) {
                double fromWall = (isLeft(index) ? column : columns - 1 - column) * spacingMm;
                values[row * columns + column] = (float) shape.brightness(fromWall, down);
            }
        }
        float[] grain = new float[values.length];
        Noise.add(grain, columns, index + 20, 28);
        for (int i = 0; i < values.length; i++) {
            values[i] += values[i] > 0 ? grain[i] : 0;
        }
        return values;
    }
}
