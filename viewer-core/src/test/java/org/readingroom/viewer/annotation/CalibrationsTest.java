package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation.Calibration.Scope;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.UltrasoundRegion;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;

// [utest->req~annotation.calibration~1]
class CalibrationsTest {
    private static final FrameRef FIRST = new FrameRef(new SopInstanceUid("2.25.11"), 0);
    private static final FrameRef SECOND = new FrameRef(new SopInstanceUid("2.25.12"), 0);

    private static ImageFrame frame(FrameRef ref, int columns, PixelScale scale, UltrasoundRegion... regions) {
        return new ImageFrame(
                ref,
                new PixelFormat(100, columns, 1, 16, 16, 15, true, "MONOCHROME2", 0),
                null,
                null,
                scale,
                new ModalityLut.Linear(1, 0, ValueUnit.NONE),
                List.of(),
                false,
                null,
                null,
                List.of(regions),
                FrameFacts.NONE);
    }

    private static Annotation.Calibration line(String id, FrameRef on, Scope scope, double mm, Vec3 from, Vec3 to) {
        return new Annotation.Calibration(
                new AnnotationId(id), new Placement.OnFrame(Marks.SERIES, on), from, to, mm, scope, "");
    }

    private static Vec3 at(double x, double y) {
        return new Vec3(x, y, 0);
    }

    private static Annotation.@Nullable Calibration holding(
            ImageFrame frame, List<Annotation> marks, ImageFrame... known) {
        return holding(Marks.SERIES, frame, marks, known);
    }

    private static Annotation.@Nullable Calibration holding(
            SeriesUid series, ImageFrame frame, List<Annotation> marks, ImageFrame... known) {
        Map<FrameRef, ImageFrame> frames =
                java.util.Arrays.stream(known).collect(java.util.stream.Collectors.toMap(ImageFrame::ref, f -> f));
        return Calibrations.of(
                        frame,
                        series,
                        marks,
                        mark -> mark.placement().referencedFrame().flatMap(r -> Optional.ofNullable(frames.get(r))))
                .orElse(null);
    }

    @Test
    void aLineOfKnownLengthGivesEveryOtherItsMillimetresAndSaysSo() {
        // pixels twice as high as wide: 30 columns and 20 rows are 3 by 4, fifty columns long
        ImageFrame frame = frame(FIRST, 100, new PixelScale.None(2));
        ImageFrame calibrated = Calibrations.apply(line("a", FIRST, Scope.FRAME, 25, at(10, 10), at(40, 30)), frame);
        Measured across = MeasurementCalculator.measure(
                Marks.length(new Placement.OnFrame(Marks.SERIES, FIRST), at(5, 5), at(15, 5)), calibrated);
        assertThat(across.of(Quantity.LENGTH).orElseThrow().value()).isCloseTo(5, within(1e-12));
        assertThat(across.of(Quantity.LENGTH).orElseThrow().ucum()).isEqualTo("mm");
        assertThat(across.caveatKeys()).containsExactly("viewer.scale.calibrated-by-hand");
        Measured down = MeasurementCalculator.measure(
                Marks.length(new Placement.OnFrame(Marks.SERIES, FIRST), at(5, 5), at(5, 15)), calibrated);
        assertThat(down.of(Quantity.LENGTH).orElseThrow().value()).isCloseTo(10, within(1e-12));
    }

    @Test
    void aTrueSpacingIsSetAsideOnlyWithAWordOfIts() {
        ImageFrame fiducial = frame(
                FIRST, 100, new PixelScale.Millimetres(new PixelSpacing(1, 1), PixelScale.Source.CALIBRATED_FIDUCIAL));
        ImageFrame detector =
                frame(FIRST, 100, new PixelScale.Millimetres(new PixelSpacing(1, 1), PixelScale.Source.IMAGER));
        ImageFrame tissue =
                frame(FIRST, 100, PixelScale.None.SQUARE, new UltrasoundRegion(0, 0, 99, 99, new PixelSpacing(1, 1)));
        assertThat(Calibrations.hasTrueSpacing(fiducial)).isTrue();
        assertThat(Calibrations.hasTrueSpacing(tissue)).isTrue();
        assertThat(Calibrations.hasTrueSpacing(detector)).isFalse();
        Annotation.Calibration by = line("a", FIRST, Scope.FRAME, 5, at(0, 0), at(10, 0));
        for (ImageFrame own : List.of(fiducial, tissue)) {
            Measured measured = MeasurementCalculator.measure(
                    Marks.length(new Placement.OnFrame(Marks.SERIES, FIRST), at(5, 5), at(15, 5)),
                    Calibrations.apply(by, own));
            assertThat(measured.of(Quantity.LENGTH).orElseThrow().value()).isCloseTo(5, within(1e-12));
            assertThat(measured.caveatKeys()).containsExactly("viewer.scale.calibrated-against-file");
        }
    }

    @Test
    void aSeriesIsCalibratedWhereItsImagesAreAlike() {
        ImageFrame drawn = frame(FIRST, 100, PixelScale.None.SQUARE);
        ImageFrame alike = frame(SECOND, 100, PixelScale.None.SQUARE);
        ImageFrame wider = frame(SECOND, 120, PixelScale.None.SQUARE);
        ImageFrame spaced =
                frame(SECOND, 100, new PixelScale.Millimetres(new PixelSpacing(1, 1), PixelScale.Source.IMAGER));
        Annotation.Calibration series = line("s", FIRST, Scope.SERIES, 25, at(0, 0), at(50, 0));
        List<Annotation> marks = List.of(series);
        assertThat(holding(drawn, marks, drawn)).isEqualTo(series);
        assertThat(holding(alike, marks, drawn, alike)).isEqualTo(series);
        assertThat(holding(wider, marks, drawn, wider)).isNull();
        assertThat(holding(spaced, marks, drawn, spaced)).isNull();
        assertThat(holding(alike, marks, alike))
                .as("nobody knows whether they are alike")
                .isNull();
        List<Annotation> one = List.of(line("f", FIRST, Scope.FRAME, 25, at(0, 0), at(50, 0)));
        assertThat(holding(alike, one, drawn, alike)).isNull();
    }

    @Test
    void anotherSeriesIsNotCalibratedHoweverAlikeItsImagesAre() {
        SeriesUid other = new SeriesUid("2.25.77");
        ImageFrame drawn = frame(FIRST, 100, PixelScale.None.SQUARE);
        ImageFrame alike = frame(SECOND, 100, PixelScale.None.SQUARE);
        Annotation.Calibration here = line("h", FIRST, Scope.SERIES, 25, at(0, 0), at(50, 0));
        assertThat(holding(Marks.SERIES, alike, List.of(here), drawn, alike)).isEqualTo(here);
        assertThat(holding(other, alike, List.of(here), drawn, alike)).isNull();
        Annotation.Calibration there = new Annotation.Calibration(
                new AnnotationId("t"), new Placement.OnFrame(other, FIRST), at(0, 0), at(50, 0), 30, Scope.SERIES, "");
        assertThat(holding(Marks.SERIES, alike, List.of(here, there), drawn, alike))
                .as("a newer one of another series does not stand in the way")
                .isEqualTo(here);
    }

    @Test
    void theImagesOwnLineCountsBeforeThatOfTheSeriesAndTheNewestBeforeOlder() {
        ImageFrame first = frame(FIRST, 100, PixelScale.None.SQUARE);
        ImageFrame second = frame(SECOND, 100, PixelScale.None.SQUARE);
        Annotation.Calibration own = line("own", SECOND, Scope.FRAME, 10, at(0, 0), at(50, 0));
        Annotation.Calibration older = line("older", FIRST, Scope.SERIES, 20, at(0, 0), at(50, 0));
        Annotation.Calibration newer = line("newer", FIRST, Scope.SERIES, 30, at(0, 0), at(50, 0));
        Annotation.Calibration point = line("point", SECOND, Scope.FRAME, 30, at(7, 7), at(7, 7));
        assertThat(holding(second, List.of(own, older, newer), first, second)).isEqualTo(own);
        assertThat(holding(second, List.of(older, newer), first, second)).isEqualTo(newer);
        assertThat(holding(second, List.of(older, point), first, second))
                .as("a line without length tells nothing")
                .isEqualTo(older);
    }
}
