package org.readingroom.viewer.phantom;

import java.util.List;
import java.util.stream.IntStream;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.StudyUid;

/// An angiographic run of a knee: contrast medium flows down the artery, past a stenosis, into the calf.
///
/// The first two frames are without contrast and are the mask that the file recommends. Values fall evenly with
/// what the ray meets, so that a frame less the mask is the contrast alone: [#CONTRAST] times the millimetres of it
/// that the ray meets.
///
/// **Units:** `spacingMm` at the detector, `grain` the standard deviation of the noise in stored values.
// [impl->req~phantom.angiogram~1]
public record AngiogramPhantom(int size1d, int frames, double spacingMm, double grain) implements SyntheticStudy {
    /// Stored values a millimetre of vessel full of contrast; contrast is dark.
    public static final double CONTRAST = -34;

    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.12.1";
    private static final int BITS = 10;
    private static final double FRAME_MS = 250;

    private static final SyntheticHeader HEADER = new SyntheticHeader(
            "ISO_IR 192",
            "angiogram",
            "Yanshi^Geng=演示^庚",
            "DEMO-0007",
            "19530511",
            "M",
            "072Y",
            "20260115",
            "160220",
            "DEMO26011533",
            "右下肢动脉造影 Right leg angiography",
            "XA",
            "KNEE");

    /// 16 frames of 448 x 448 at 0.45 mm, four a second.
    public static AngiogramPhantom standard() {
        return new AngiogramPhantom(448, 16, 0.45, 4);
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "angiogram";
    }

    @Override
    public int size() {
        return 1;
    }

    private Shadows shadows() {
        double half = (size1d - 1) / 2.0 * spacingMm;
        return new Shadows(size1d, size1d, spacingMm, -half, half);
    }

    @Override
    public SyntheticInstance instance(int index) {
        DataSetBuilder builder = HEADER.builder(SOP_CLASS, 1, "腘动脉 Popliteal artery", index + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "SINGLE PLANE")
                .text(Tag.LATERALITY, Vr.CS, "R")
                .text(PhantomTag.POSITIONER_MOTION, Vr.CS, "STATIC")
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, "L", "F")
                .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, Vr.CS, "DISP")
                .text(PhantomTag.RADIATION_SETTING, Vr.CS, "GR")
                .decimals(Tag.KVP, Vr.DS, 68)
                .integers(Tag.X_RAY_TUBE_CURRENT, Vr.IS, 200)
                .integers(Tag.EXPOSURE_TIME, Vr.IS, 60)
                .decimals(Tag.IMAGER_PIXEL_SPACING, Vr.DS, spacingMm, spacingMm)
                .decimals(PhantomTag.POSITIONER_PRIMARY_ANGLE, Vr.DS, 0)
                .decimals(PhantomTag.POSITIONER_SECONDARY_ANGLE, Vr.DS, 0)
                .integers(Tag.NUMBER_OF_FRAMES, Vr.IS, frames)
                .integers(Tag.FRAME_INCREMENT_POINTER, Vr.AT, Tag.FRAME_TIME)
                .decimals(Tag.FRAME_TIME, Vr.DS, FRAME_MS)
                .text(Tag.RECOMMENDED_VIEWING_MODE, Vr.CS, "SUB")
                .sequence(PhantomTag.MASK_SUBTRACTION_SEQUENCE, List.of(mask()))
                .text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "00")
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "NO")
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 560)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 720);
        SyntheticHeader.grey(builder, "MONOCHROME2", size1d, size1d, BITS);
        int pixels = size1d * size1d;
        float[] still = still();
        float[] all = new float[frames * pixels];
        IntStream.range(0, frames).parallel().forEach(frame -> {
            float[] contrast = contrastMm(frame);
            Noise.add(contrast, size1d, frame, grain / CONTRAST);
            for (int i = 0; i < pixels; i++) {
                all[frame * pixels + i] = (float) (still[i] + CONTRAST * contrast[i]);
            }
        });
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(all, BITS));
    }

    private DataSet mask() {
        return DataSetBuilder.create()
                .text(PhantomTag.MASK_OPERATION, Vr.CS, "AVG_SUB")
                .integers(PhantomTag.APPLICABLE_FRAME_RANGE, Vr.US, 3, frames)
                .integers(PhantomTag.MASK_FRAME_NUMBERS, Vr.US, 1, 2)
                .build();
    }

    /// Stored values without contrast, not yet rounded.
    private float[] still() {
        float[] lengths = LegAnatomy.tissueMm(shadows());
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) (950 - 4.1 * lengths[i]);
        }
        return lengths;
    }

    /// The truth: millimetres of contrast that each ray meets in a frame from zero.
    ///
    /// **Shape:** `size1d × size1d`, row-major.
    public float[] contrastMm(int frame) {
        float[] lengths = new float[size1d * size1d];
        for (LegAnatomy.Piece piece : LegAnatomy.arteries()) {
            double filling = piece.filling((frame - 1.5) * FRAME_MS / 1000);
            if (filling > 0) {
                shadows().raise(lengths, piece.tube(), filling);
            }
        }
        return lengths;
    }
}
