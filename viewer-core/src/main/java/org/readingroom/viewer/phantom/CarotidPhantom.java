package org.readingroom.viewer.phantom;

import java.util.List;
import java.util.stream.IntStream;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.StudyUid;

/// A colour Doppler clip of a carotid artery along its course, one heart beat long: a multi-frame ultrasound image
/// with its region in centimetres.
///
/// **Units:** `spacingCm` between pixel centres both ways, `frameMs` between frames.
// [impl->req~phantom.ultrasound~1]
public record CarotidPhantom(int rows, int columns, int frames, double spacingCm, double frameMs)
        implements SyntheticStudy {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.3.1";
    private static final int TOP = 24;
    private static final int SIDE = 40;

    private static final SyntheticHeader HEADER = new SyntheticHeader(
            "ISO_IR 192",
            "carotid",
            "Yanshi^Zi=演示^子",
            "DEMO-0006",
            "19590630",
            "F",
            "066Y",
            "20260116",
            "140510",
            "DEMO26011625",
            "右颈动脉超声 Right carotid ultrasound",
            "US",
            "NECK");

    /// 20 frames of 360 x 480 in 40 ms steps, 0.1 mm a pixel.
    public static CarotidPhantom standard() {
        return new CarotidPhantom(360, 480, 20, 0.0100, 40);
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(HEADER.studyUid());
    }

    @Override
    public String name() {
        return "carotid";
    }

    @Override
    public int size() {
        return 1;
    }

    /// The truth: inner diameter of the artery in a frame from zero, millimetres.
    public double diameterMm(int frame) {
        return 2 * CarotidPicture.radiusMm(beat(frame));
    }

    /// Row of the artery's axis at the left edge of the region.
    public double axisRow() {
        return TOP + CarotidPicture.AXIS_MM / (10 * spacingCm);
    }

    private double beat(int frame) {
        return (double) frame / frames;
    }

    @Override
    public SyntheticInstance instance(int index) {
        DataSetBuilder builder = HEADER.builder(SOP_CLASS, 1, "彩色多普勒 Colour Doppler", index + 1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "VASCULAR", "0011")
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, "")
                .sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, List.of(region()))
                .integers(Tag.NUMBER_OF_FRAMES, Vr.IS, frames)
                .integers(Tag.FRAME_INCREMENT_POINTER, Vr.AT, Tag.FRAME_TIME)
                .decimals(Tag.FRAME_TIME, Vr.DS, frameMs)
                .integers(Tag.CINE_RATE, Vr.IS, Math.round(1000 / frameMs))
                .integers(Tag.HEART_RATE, Vr.IS, Math.round(60_000 / (frames * frameMs)))
                .integers(Tag.ULTRASOUND_COLOR_DATA_PRESENT, Vr.US, 1)
                .text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "00")
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "NO");
        SyntheticHeader.colour(builder, rows, columns);
        int frameBytes = rows * columns * 3;
        byte[] all = new byte[frames * frameBytes];
        IntStream.range(0, frames).parallel().forEach(frame -> {
            CarotidPicture picture = new CarotidPicture(rows - TOP, columns - SIDE, 10 * spacingCm, beat(frame));
            picture.draw(all, frame * frameBytes + TOP * columns * 3, columns);
        });
        return new SyntheticInstance(builder.build(), SyntheticHeader.pixels(all));
    }

    /// The picture's part that is tissue; to its right is the scale of colours.
    private DataSet region() {
        return DataSetBuilder.create()
                .integers(Tag.REGION_SPATIAL_FORMAT, Vr.US, 1)
                .integers(Tag.REGION_DATA_TYPE, Vr.US, 1)
                .integers(Tag.REGION_FLAGS, Vr.UL, 0)
                .integers(Tag.REGION_LOCATION_MIN_X0, Vr.UL, 0)
                .integers(Tag.REGION_LOCATION_MIN_Y0, Vr.UL, TOP)
                .integers(Tag.REGION_LOCATION_MAX_X1, Vr.UL, columns - SIDE - 1)
                .integers(Tag.REGION_LOCATION_MAX_Y1, Vr.UL, rows - 1)
                .integers(Tag.PHYSICAL_UNITS_X_DIRECTION, Vr.US, 3)
                .integers(Tag.PHYSICAL_UNITS_Y_DIRECTION, Vr.US, 3)
                .decimals(Tag.PHYSICAL_DELTA_X, Vr.FD, spacingCm)
                .decimals(Tag.PHYSICAL_DELTA_Y, Vr.FD, spacingCm)
                .build();
    }
}
