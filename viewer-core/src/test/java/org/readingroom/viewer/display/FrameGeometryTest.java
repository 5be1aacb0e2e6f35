package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// Frames of enhanced images, dose grids and ultrasound: each where its own words put it, in its own units.
class FrameGeometryTest {
    private static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";

    private static DataSet position(double x, double y, double z) {
        return item(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT, x, y, z);
    }

    private static DataSet item(int sequence, int tag, double... values) {
        return DataSetBuilder.create()
                .sequence(
                        sequence,
                        List.of(DataSetBuilder.create()
                                .decimals(tag, Vr.DS, values)
                                .build()))
                .build();
    }

    private static DataSetBuilder enhanced(List<DataSet> perFrame, DataSet... shared) {
        DataSetBuilder all = DataSetBuilder.create();
        for (DataSet part : shared) {
            all.addAll(part);
        }
        return Headers.image(ENHANCED_CT, "CT", 1)
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.3")
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(perFrame.size()))
                .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(all.build()))
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, perFrame);
    }

    // [utest->req~display.frame-plane~1]
    // [utest->req~display.frames~1]
    @Test
    void everyFrameOfAnEnhancedImageLiesAtItsOwnPlaceInTheSharedOrientation() {
        DataSet orientation = item(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT, 0, 1, 0, 0, 0, -1);
        DataSet measures = item(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING, 0.9, 0.6);
        DataSetBuilder image =
                enhanced(List.of(position(7, 1, 2), position(4, 1, 2), position(5.5, 1, 2)), orientation, measures);
        List<ImageFrame> frames = FrameDescriber.frames(Headers.header(image));
        assertThat(frames)
                .extracting(frame -> frame.plane().position())
                .containsExactly(new Vec3(7, 1, 2), new Vec3(4, 1, 2), new Vec3(5.5, 1, 2));
        // column 2, row 1: 1.2 mm towards posterior, 0.9 mm towards the feet
        assertThat(frames.get(1).plane().toPatient(2, 1).distanceTo(new Vec3(4, 2.2, 1.1)))
                .isLessThan(1e-12);
        DisplaySet set = DisplaySetRules.split(List.of(Headers.header(image))).getFirst();
        // rows point to posterior and columns to the feet, so the normal points to the right: highest x first
        assertThat(set.frames()).extracting(frame -> frame.ref().frame()).containsExactly(0, 2, 1);
        assertThat(set.isVolume()).isTrue();
    }

    /// Pixel Measures of a Secondary Capture say nothing of what was captured: it may be a film.
    // [utest->req~display.pixel-scale~1]
    @Test
    void aCaptureWithoutAPlaceHasNoDistancesInThePatient() {
        String greyWordCapture = "1.2.840.10008.5.1.4.1.1.7.3";
        DataSet measures = item(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING, 0.2, 0.2);
        DataSetBuilder film = enhanced(List.of(DataSetBuilder.create().build()), measures)
                .text(Tag.SOP_CLASS_UID, Vr.UI, greyWordCapture);
        assertThat(FrameDescriber.frames(Headers.header(film)).getFirst().scale())
                .isEqualTo(new PixelScale.Millimetres(new PixelSpacing(0.2, 0.2), PixelScale.Source.UNVERIFIED));
        DataSetBuilder cut =
                enhanced(List.of(position(0, 0, 3)), measures).text(Tag.SOP_CLASS_UID, Vr.UI, greyWordCapture);
        assertThat(FrameDescriber.frames(Headers.header(cut)).getFirst().scale())
                .isEqualTo(new PixelScale.Millimetres(new PixelSpacing(0.2, 0.2), PixelScale.Source.PATIENT));
    }

    @Test
    void aFramesOwnOrientationAndSpacingGoBeforeTheSharedOnes() {
        DataSet shared = item(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING, 1, 1);
        DataSet turned = item(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 0, -1);
        DataSet straight = item(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0);
        DataSet finer = item(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING, 0.25, 0.5);
        DataSet first = DataSetBuilder.create()
                .addAll(position(0, 0, 0))
                .addAll(turned)
                .addAll(finer)
                .build();
        DataSet second = DataSetBuilder.create().addAll(position(0, 0, 0)).build();
        List<ImageFrame> frames =
                FrameDescriber.frames(Headers.header(enhanced(List.of(first, second), shared, straight)));
        ImagePlane own = frames.get(0).plane();
        assertThat(own.columnDirection()).isEqualTo(new Vec3(0, 0, -1));
        assertThat(own.spacing()).isEqualTo(new PixelSpacing(0.25, 0.5));
        assertThat(frames.get(1).plane().columnDirection()).isEqualTo(new Vec3(0, 1, 0));
        assertThat(frames.get(1).spacing()).contains(new PixelSpacing(1, 1));
    }

    @Test
    void aFrameThatNamesNoPlaceHasNoneAndTheOthersKeepTheirs() {
        DataSet straight = item(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0);
        DataSet measures = item(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING, 1, 1);
        DataSet nowhere = DataSetBuilder.create().build();
        List<ImageFrame> frames = FrameDescriber.frames(
                Headers.header(enhanced(List.of(position(0, 0, 3), nowhere), straight, measures)));
        assertThat(frames.get(0).plane().position()).isEqualTo(new Vec3(0, 0, 3));
        assertThat(frames.get(1).plane()).isNull();
        // fewer items than frames: what is not described is nowhere
        DataSetBuilder short1 =
                enhanced(List.of(position(0, 0, 3)), straight, measures).text(Tag.NUMBER_OF_FRAMES, Vr.IS, "3");
        assertThat(FrameDescriber.frames(Headers.header(short1)).get(2).plane()).isNull();
    }

    @Test
    void aDoseGridClimbsAlongItsNormal() {
        int gridFrameOffsetVector = 0x3004000C;
        DataSetBuilder dose = Headers.image("1.2.840.10008.5.1.4.1.1.481.2", "RTDOSE", 1)
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "3")
                .decimals(Tag.PIXEL_SPACING, Vr.DS, 2, 2)
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, -5, 6, 100)
                .decimals(gridFrameOffsetVector, Vr.DS, 0, 2.5, 7.5);
        assertThat(FrameDescriber.frames(Headers.header(dose)))
                .extracting(frame -> frame.plane().position())
                .containsExactly(new Vec3(-5, 6, 100), new Vec3(-5, 6, 102.5), new Vec3(-5, 6, 107.5));
    }

    // [utest->req~display.pixel-scale~1]
    @Test
    void ultrasoundRegionsAreInCentimetresOfTheirOwn() {
        ImageFrame frame = Headers.frame(ultrasound(region(0, 0, 99, 79, 3, 3, 0.02, -0.05)));
        // 0.02 cm across, 0.05 cm down; the sign tells the direction only
        PixelSpacing spacing = new PixelSpacing(0.5, 0.2);
        assertThat(frame.scale()).isEqualTo(new PixelScale.Millimetres(spacing, PixelScale.Source.ULTRASOUND_REGION));
        UltrasoundRegion region = frame.regions().getFirst();
        assertThat(region.isTissue()).isTrue();
        assertThat(region.spacing()).isEqualTo(spacing);
        assertThat(region.y().perPixel()).isEqualTo(-0.05);
        assertThat(region.contains(new Vec3(99.4, 79.4, 0))).isTrue();
        assertThat(region.contains(new Vec3(99.6, 40, 0))).isFalse();
        assertThat(region.contains(new Vec3(40, 79.6, 0))).isFalse();
        assertThat(region.contains(new Vec3(-0.4, -0.4, 0))).isTrue();
        assertThat(region.contains(new Vec3(-0.6, 40, 0))).isFalse();
    }

    @Test
    void timeAndVelocityAreNoDistances() {
        int seconds = 4;
        int centimetresPerSecond = 7;
        for (DataSet other : List.of(
                region(0, 0, 9, 9, seconds, centimetresPerSecond, 0.01, 0.01),
                region(0, 0, 9, 9, 3, centimetresPerSecond, 0.01, 0.01),
                region(0, 0, 9, 9, seconds, 3, 0.01, 0.01),
                region(0, 0, 9, 9, 3, 3, 0, 0.01))) {
            ImageFrame frame = Headers.frame(ultrasound(other));
            assertThat(frame.regions().getFirst().isTissue()).isFalse();
            assertThat(frame.scale()).isEqualTo(PixelScale.None.SQUARE);
        }
    }

    @Test
    void regionsOfDifferentScaleLeaveTheFrameWithoutOne() {
        ImageFrame frame = Headers.frame(
                ultrasound(region(0, 0, 49, 79, 3, 3, 0.02, 0.02), region(50, 0, 99, 79, 3, 3, 0.04, 0.04)));
        assertThat(frame.regions()).hasSize(2);
        assertThat(frame.scale()).isEqualTo(PixelScale.None.SQUARE);
    }

    @Test
    void theAspectRatioIsVerticalToHorizontal() {
        ImageFrame frame =
                Headers.frame(Headers.image(Headers.SC, "OT", 1).text(Tag.PIXEL_ASPECT_RATIO, Vr.IS, "6", "5"));
        assertThat(frame.scale()).isEqualTo(new PixelScale.None(1.2));
        assertThat(frame.scale().aspect()).isEqualTo(1.2);
        ImageFrame spaced = Headers.frame(Headers.slice(1, 0)
                .decimals(Tag.PIXEL_SPACING, Vr.DS, 0.9, 0.6)
                .text(Tag.PIXEL_ASPECT_RATIO, Vr.IS, "1", "7"));
        assertThat(spaced.scale().aspect()).as("a spacing says it better").isEqualTo(1.5);
        for (String[] wrong : new String[][] {{"0", "1"}, {"1"}, {"-1", "1"}, {"a", "b"}}) {
            assertThat(Headers.frame(Headers.image(Headers.SC, "OT", 1).text(Tag.PIXEL_ASPECT_RATIO, Vr.IS, wrong))
                            .scale())
                    .isEqualTo(PixelScale.None.SQUARE);
        }
    }

    @Test
    void aDetectorWithPixelsThatAreNotSquareIsCorrectedInBothDirections() {
        ImageFrame frame = Headers.frame(Headers.image(Headers.DX, "DX", 1)
                .decimals(Tag.IMAGER_PIXEL_SPACING, Vr.DS, 0.3, 0.15)
                .decimals(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, Vr.DS, 1.5));
        assertThat(frame.scale())
                .isEqualTo(new PixelScale.Millimetres(
                        new PixelSpacing(0.3 / 1.5, 0.15 / 1.5), PixelScale.Source.IMAGER_MAGNIFICATION_CORRECTED));
    }

    private static DataSetBuilder ultrasound(DataSet... regions) {
        List<DataSet> all = new ArrayList<>(List.of(regions));
        return Headers.image("1.2.840.10008.5.1.4.1.1.6.1", "US", 1).sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, all);
    }

    private static DataSet region(
            int x0, int y0, int x1, int y1, int unitsX, int unitsY, double deltaX, double deltaY) {
        return DataSetBuilder.create()
                .integers(Tag.REGION_SPATIAL_FORMAT, Vr.US, 1)
                .integers(Tag.REGION_LOCATION_MIN_X0, Vr.UL, x0)
                .integers(Tag.REGION_LOCATION_MIN_Y0, Vr.UL, y0)
                .integers(Tag.REGION_LOCATION_MAX_X1, Vr.UL, x1)
                .integers(Tag.REGION_LOCATION_MAX_Y1, Vr.UL, y1)
                .integers(Tag.PHYSICAL_UNITS_X_DIRECTION, Vr.US, unitsX)
                .integers(Tag.PHYSICAL_UNITS_Y_DIRECTION, Vr.US, unitsY)
                .decimals(Tag.PHYSICAL_DELTA_X, Vr.FD, deltaX)
                .decimals(Tag.PHYSICAL_DELTA_Y, Vr.FD, deltaY)
                .build();
    }
}
