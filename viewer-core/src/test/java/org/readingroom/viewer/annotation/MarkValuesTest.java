package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Histograms and profiles beside values counted and computed by hand. Modality values are 2 v - 1000.
class MarkValuesTest {
    private static final ImageFrame FRAME = Marks.frame(
            64, 64, new PixelScale.Millimetres(new PixelSpacing(2, 0.5), PixelScale.Source.PATIENT), null, null);

    private static Vec3 at(double x, double y) {
        return new Vec3(x, y, 0);
    }

    // [utest->req~annotation.statistics~1]
    @Test
    void aHistogramHoldsEveryValueOnceWithItsMedianAndSum() {
        FrameGrid grid = FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> (c * 37 + r * 101) % 900));
        ValueHistogram found = ValueHistogram.of(
                        FiguresTest.figure(
                                FigureKind.RECTANGLE, Marks.on(), at(10, 10), at(21, 10), at(21, 15), at(10, 15)),
                        grid)
                .orElseThrow();
        List<Double> values = new ArrayList<>();
        for (int r = 10; r <= 15; r++) {
            for (int c = 10; c <= 21; c++) {
                values.add(2.0 * ((c * 37 + r * 101) % 900) - 1000);
            }
        }
        Collections.sort(values);
        assertThat(found.count()).isEqualTo(72);
        assertThat(found.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(72);
        assertThat(found.least()).isEqualTo(values.getFirst());
        assertThat(found.most()).isEqualTo(values.getLast());
        assertThat(found.median()).isEqualTo((values.get(35) + values.get(36)) / 2);
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(found.sum()).isCloseTo(sum, within(1e-9));
        assertThat(found.mean()).isCloseTo(sum / 72, within(1e-9));
        // a bin counted by hand
        double width = (found.most() - found.least()) / found.counts().size();
        long inThird = values.stream()
                .filter(v -> v >= found.least() + 3 * width && v < found.least() + 4 * width)
                .count();
        assertThat((long) found.counts().get(3)).isEqualTo(inThird);
    }

    @Test
    void fewWholeNumbersHaveABinEachAndOneValueHasOne() {
        Annotation.Figure square =
                FiguresTest.figure(FigureKind.RECTANGLE, Marks.on(), at(0, 0), at(9, 0), at(9, 9), at(0, 9));
        ValueHistogram three = ValueHistogram.of(square, FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> c % 2)))
                .orElseThrow();
        assertThat(three.counts()).as("-1000, nothing, -998").containsExactly(50, 0, 50);
        ValueHistogram one = ValueHistogram.of(square, FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> 7)))
                .orElseThrow();
        assertThat(one.counts()).containsExactly(100);
        assertThat(ValueHistogram.of(
                        Marks.length(Marks.on(), at(0, 0), at(5, 5)),
                        FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> 7))))
                .isEmpty();
    }

    // [utest->req~annotation.profile~1]
    @Test
    void aProfileOfARampIsTheRamp() {
        FrameGrid grid = FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> 3 * c + 5 * r));
        // 24 columns of 0.5 mm, 2.5 rows of 2 mm: 12 and 5 make 13 mm
        LineProfile profile = LineProfile.of(Marks.length(Marks.on(), at(10.25, 20), at(34.25, 22.5)), FRAME, grid)
                .orElseThrow();
        assertThat(profile.length()).isCloseTo(13, within(1e-9));
        assertThat(profile.lengthUnit()).isEqualTo("mm");
        assertThat(profile.values()).hasSizeGreaterThan(24);
        for (int i = 0; i < profile.values().size(); i++) {
            double t = profile.distances().get(i) / 13;
            double expected = 2 * (3 * (10.25 + 24 * t) + 5 * (20 + 2.5 * t)) - 1000;
            assertThat(profile.values().get(i)).as("sample %s", i).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void aProfileOfAPolylineGoesAroundItsCornersAndEndsWhereTheImageDoes() {
        FrameGrid grid = FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> c));
        LineProfile profile = LineProfile.of(
                        FiguresTest.figure(FigureKind.POLYLINE, Marks.on(), at(60, 10), at(66, 10), at(66, 12)),
                        FRAME,
                        grid)
                .orElseThrow();
        assertThat(profile.length()).isCloseTo(3 + 4, within(1e-9));
        assertThat(profile.distances()).isSorted();
        assertThat(profile.values().get(3)).isEqualTo(2 * 63 - 1000);
        assertThat(profile.values().get(4)).isNaN();
        assertThat(profile.range().orElseThrow()).containsExactly(2 * 60 - 1000, 2 * 63 - 1000);
        assertThat(LineProfile.of(Marks.angle(Marks.on(), at(1, 1), at(2, 2), at(3, 1)), FRAME, grid))
                .isEmpty();
    }

    @Test
    void aProfileIsTheSameOnASliceAndOnAReformatThroughIt() {
        ImagePlane plane = Marks.axial(0.8, 0.5);
        Marks.Formula formula = (c, r) -> (c * 37 + r * 101) % 900;
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            short[] samples = new short[40 * 30];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (k == 1 ? formula.at(i % 40, i / 40) : 100 * k);
            }
            slices.add(GreySlice.of(40, 30, samples, 2, -1000));
        }
        Volume volume = new Volume(
                slices,
                new AffineMap(
                        at(0.5, 0),
                        at(0, 0.8),
                        new Vec3(0, 0, 3),
                        plane.position().minus(new Vec3(0, 0, 3))),
                true);
        Placement.InPatient in = Marks.in(plane);
        Annotation line = Marks.length(in, plane.toPatient(3.2, 4.1), plane.toPatient(31.7, 22.6));
        LineProfile onSlice = LineProfile.of(
                        line, null, FrameGrid.of(Marks.placed(40, 30, plane), Marks.pixels(40, 30, formula)))
                .orElseThrow();
        LineProfile onReformat = LineProfile.of(line, null, ReformatGrid.of(volume, ValueUnit.HOUNSFIELD, line, in))
                .orElseThrow();
        assertThat(onReformat.distances()).isEqualTo(onSlice.distances());
        for (int i = 0; i < onSlice.values().size(); i++) {
            assertThat(onReformat.values().get(i)).isCloseTo(onSlice.values().get(i), within(1e-6));
        }
    }
}
