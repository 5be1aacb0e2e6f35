package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

class DisplaySetRulesTest {
    // [utest->req~display.sets~2]
    @Test
    void slicesAreOrderedAlongTheNormalWhateverTheirNumbers() {
        List<DisplaySet> sets = split(Headers.slice(1, 20), Headers.slice(2, 0), Headers.slice(3, 10));
        assertThat(sets).hasSize(1);
        assertThat(numbers(sets.getFirst())).containsExactly(2, 3, 1);
        assertThat(sets.getFirst().isVolume()).isTrue();
        assertThat(sets.getFirst().rule()).isEqualTo("series");
    }

    @Test
    void aLocalizerStandsApart() {
        DataSetBuilder scout = Headers.slice(1, 0)
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 0, -1)
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "LOCALIZER");
        List<DisplaySet> sets = split(scout, Headers.slice(2, 0), Headers.slice(3, 5), Headers.slice(4, 10));
        assertThat(sets).extracting(set -> set.frames().size()).containsExactly(1, 3);
        assertThat(sets).extracting(DisplaySet::rule).containsOnly("localizer");
    }

    @Test
    void planesOfOtherOrientationStandApart() {
        List<DisplaySet> sets = split(
                Headers.slice(1, 0),
                Headers.slice(2, 5),
                Headers.slice(3, 0).decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 0, -1),
                Headers.slice(4, 0).decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 0, 1, 0, 0, 0, -1));
        assertThat(sets).extracting(set -> set.frames().size()).containsExactly(2, 1, 1);
        assertThat(sets).extracting(DisplaySet::rule).containsOnly("orientation");
    }

    @Test
    void otherSizesAndDerivedPicturesStandApart() {
        List<DisplaySet> sets = split(
                Headers.slice(1, 0),
                Headers.slice(2, 5),
                Headers.slice(3, 10).integers(Tag.ROWS, Vr.US, 8),
                Headers.slice(4, 15).text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "SECONDARY", "MPR"));
        assertThat(sets).extracting(DisplaySet::rule).containsExactly("pixel-kind", "pixel-kind", "derived");
    }

    @Test
    void everyMultiFrameInstanceAndEveryRadiographStandsAlone() {
        DataSetBuilder cine1 = Headers.image(Headers.SC, "US", 1).text(Tag.NUMBER_OF_FRAMES, Vr.IS, "4");
        DataSetBuilder cine2 = Headers.image(Headers.SC, "US", 2).text(Tag.NUMBER_OF_FRAMES, Vr.IS, "6");
        assertThat(split(cine1, cine2)).extracting(set -> set.frames().size()).containsExactly(4, 6);
        assertThat(split(Headers.image(Headers.DX, "DX", 1), Headers.image(Headers.DX, "DX", 2)))
                .hasSize(2);
    }

    @Test
    void aSecondPassOverTheSamePlacesIsASecondSet() {
        DataSetBuilder[] slices = IntStream.range(0, 8)
                .mapToObj(i -> Headers.slice(i + 1, 5.0 * (i % 4)))
                .toArray(DataSetBuilder[]::new);
        List<DisplaySet> sets = split(slices);
        assertThat(sets)
                .extracting(DisplaySetRulesTest::numbers)
                .containsExactly(List.of(1, 2, 3, 4), List.of(5, 6, 7, 8));
        assertThat(sets).allMatch(DisplaySet::isVolume);
    }

    // [utest->req~display.stack-order~1]
    @Test
    void doubledMissingUnevenAndShiftedSlicesAreFlagged() {
        assertThat(warnings(0, 5, 5, 10)).containsExactly("viewer.set.duplicates");
        assertThat(warnings(0, 5, 10, 20, 25)).containsExactly("viewer.set.gap");
        assertThat(warnings(0, 5, 10, 17, 22)).containsExactly("viewer.set.uneven");
        assertThat(warnings(0, 0, 0, 5, 5, 5, 10, 10, 15))
                .as("most steps are none, and none is missing")
                .containsExactly("viewer.set.duplicates");
        assertThat(warnings(0, 5, 5.004, 10))
                .as("the same place as the volume sees it")
                .containsExactly("viewer.set.duplicates");
        assertThat(warnings(0, 5, 5, 10, 20)).containsExactly("viewer.set.duplicates", "viewer.set.gap");
        assertThat(warnings(0, 5, 10.005, 15)).as("rounded positions are even").isEmpty();
        DisplaySet shifted = split(
                        Headers.slice(1, 0),
                        Headers.slice(2, 5),
                        Headers.slice(3, 10).decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, -4, -20, 10),
                        Headers.slice(4, 15))
                .getFirst();
        assertThat(shifted.warningKeys()).containsExactly("viewer.set.shifted");
        assertThat(shifted.isVolume()).isFalse();
    }

    @Test
    void aTiltIsNamedBesideWhatElseIsOdd() {
        double[] heights = {0, 1, 4, 9};
        DataSetBuilder[] slices = IntStream.range(0, 4)
                .mapToObj(i -> Headers.slice(i + 1, 0)
                        .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, -10, -20 + 0.3 * heights[i], heights[i]))
                .toArray(DataSetBuilder[]::new);
        assertThat(split(slices).getFirst().warningKeys()).containsExactly("viewer.set.uneven", "viewer.set.tilted");
    }

    @Test
    void aGantryTiltIsNamedAndStillAVolume() {
        DataSetBuilder[] slices = IntStream.range(0, 5)
                .mapToObj(i -> Headers.slice(i + 1, 0)
                        .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, -10, -20 + 1.5 * i, 5.0 * i))
                .toArray(DataSetBuilder[]::new);
        DisplaySet set = split(slices).getFirst();
        assertThat(set.warningKeys()).containsExactly("viewer.set.tilted");
        assertThat(set.isVolume()).isTrue();
    }

    @Test
    void oneFrameOfReferencePerSliceIsAFaultAndTwoPerSeriesAreAMovedPatient() {
        List<DisplaySet> mended = split(placed(1, 0, "2.25.31"), placed(2, 5, "2.25.32"), placed(3, 10, "2.25.33"));
        assertThat(mended).hasSize(1);
        assertThat(mended.getFirst().warningKeys()).containsExactly("viewer.set.references-differ");
        assertThat(mended.getFirst().frames())
                .allMatch(frame -> "2.25.2".equals(String.valueOf(frame.frameOfReference())));
        assertThat(split(placed(1, 0, "2.25.31"), placed(2, 5, "2.25.31"), placed(3, 10, "2.25.33")))
                .hasSize(2);
    }

    private static DataSetBuilder placed(int number, double z, String reference) {
        return Headers.slice(number, z).text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, reference);
    }

    @Test
    void withoutGeometryTheInstanceNumberOrders() {
        DisplaySet set = split(plain(3), plain(1), plain(2)).getFirst();
        assertThat(numbers(set)).containsExactly(1, 2, 3);
        assertThat(set.warningKeys()).contains("viewer.set.no-geometry");
        assertThat(set.isVolume()).isFalse();
        assertThat(split(plain(1)).getFirst().warningKeys()).doesNotContain("viewer.set.no-geometry");
    }

    @Test
    void reportsAndNamelessInstancesAreLeftToOthers() {
        assertThat(split(
                        Headers.image(Headers.SC, "SEG", 1),
                        Headers.image(Headers.SC, "PR", 2),
                        Headers.image(Headers.CT, "CT", 3).remove(Tag.SOP_INSTANCE_UID)))
                .isEmpty();
    }

    private static DataSetBuilder plain(int number) {
        return Headers.image(Headers.CT, "CT", number).decimals(Tag.PIXEL_SPACING, Vr.DS, 1, 1);
    }

    private static List<String> warnings(double... heights) {
        DataSetBuilder[] slices = IntStream.range(0, heights.length)
                .mapToObj(i -> Headers.slice(i + 1, heights[i]))
                .toArray(DataSetBuilder[]::new);
        return split(slices).getFirst().warningKeys();
    }

    private static List<Integer> numbers(DisplaySet set) {
        return set.frames().stream()
                .map(frame -> frame.facts().instanceNumber())
                .toList();
    }

    private static List<DisplaySet> split(DataSetBuilder... builders) {
        return DisplaySetRules.split(Stream.of(builders).map(Headers::header).toList());
    }
}
