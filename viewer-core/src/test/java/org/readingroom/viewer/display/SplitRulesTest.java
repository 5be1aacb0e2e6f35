package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Series as scanners store them, each the case that forced a rule.
// [utest->req~display.sets~2]
class SplitRulesTest {
    private static final String NM = "1.2.840.10008.5.1.4.1.1.20";
    private static final String ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1";

    @Test
    void echoesOfOneSeriesAreOneSetEach() {
        List<DisplaySet> sets = split(slices(
                8,
                i -> i / 2,
                (slice, i) ->
                        slice.text(Tag.MODALITY, Vr.CS, "MR").decimals(Tag.ECHO_TIME, Vr.DS, i % 2 == 0 ? 4.6 : 2.3)));
        assertSets(sets, "echo", 4, 4);
        assertLabels(sets, "viewer.split.echo[4.6]", "viewer.split.echo[2.3]");
        assertThat(sets).allMatch(DisplaySet::isVolume);
    }

    /// An exposure that is modulated from slice to slice tells no frames of one place apart.
    @Test
    void whatVariesOnlyFromPlaceToPlaceSplitsNothing() {
        List<DisplaySet> sets = split(slices(
                6,
                i -> i,
                (slice, i) -> slice.text(Tag.MODALITY, Vr.CS, "MR")
                        .decimals(Tag.ECHO_TIME, Vr.DS, 4 + 0.1 * i)
                        .decimals(Tag.KVP, Vr.DS, 100 + 20 * (i % 2))
                        .text(Tag.ACQUISITION_NUMBER, Vr.IS, Integer.toString(1 + i / 3))));
        assertSets(sets, "series", 6);
        assertThat(sets.getFirst().labels()).isEmpty();
    }

    /// Two passes; the voltage changes half-way along the patient, and every frame has a trigger time of its own.
    @Test
    void neitherPlaceNorTimeIsMistakenForADifference() {
        List<DisplaySet> sets = split(slices(
                8,
                i -> i % 4,
                (slice, i) -> slice.text(Tag.MODALITY, Vr.CS, "MR")
                        .decimals(Tag.KVP, Vr.DS, i % 4 < 2 ? 100 : 120)
                        .decimals(Tag.TRIGGER_TIME, Vr.DS, 10 * i)));
        assertSets(sets, "repeated-positions", 4, 4);
    }

    /// b 0 once and b 1000 in two directions: the weighting is named, the directions are passes.
    @Test
    void diffusionWeightingsAreNamedByTheirBValue() {
        List<DisplaySet> sets = split(slices(
                9,
                i -> i % 3,
                (slice, i) -> slice.text(Tag.MODALITY, Vr.CS, "MR").decimals(0x00189087, Vr.FD, i < 3 ? 0 : 1000)));
        assertThat(sets).extracting(set -> set.frames().size()).containsExactly(3, 3, 3);
        assertLabels(
                sets,
                "viewer.split.diffusion[0]",
                "viewer.split.diffusion[1000] viewer.split.repeated-positions[4]",
                "viewer.split.diffusion[1000] viewer.split.repeated-positions[7]");
    }

    @Test
    void makersKeepTheBValueInPrivateElements() {
        List<DisplaySet> sets = split(slices(
                6,
                i -> i % 3,
                (slice, i) -> slice.text(Tag.MODALITY, Vr.CS, "MR")
                        .text(Tag.MANUFACTURER, Vr.LO, "GE MEDICAL SYSTEMS")
                        .text(0x00431039, Vr.IS, i < 3 ? "50" : "1000000800", "8", "0", "0")));
        assertLabels(sets, "viewer.split.diffusion[50]", "viewer.split.diffusion[800]");
    }

    @Test
    void phasesOfA4dScanAreVolumesOfTheirOwn() {
        List<DisplaySet> sets =
                split(slices(12, i -> i % 4, (slice, i) -> slice.decimals(0x00209245, Vr.FD, i / 4 * 10)));
        assertSets(sets, "phase", 4, 4, 4);
        assertLabels(sets, "viewer.split.phase[0 %]", "viewer.split.phase[10 %]", "viewer.split.phase[20 %]");
        assertThat(sets).allMatch(DisplaySet::isVolume);
    }

    @Test
    void aBeatingHeartAtAFewPlacesIsOneCinePerPlace() {
        List<DisplaySet> sets = split(slices(
                20,
                i -> i / 10,
                (slice, i) -> slice.text(Tag.MODALITY, Vr.CS, "MR")
                        .decimals(Tag.TRIGGER_TIME, Vr.DS, 33.3 * (i % 10) + i / 10)));
        assertSets(sets, "cine", 10, 10);
        assertThat(sets.getFirst().frames())
                .extracting(frame -> frame.facts().instanceNumber())
                .isSorted();
        assertThat(sets).noneMatch(DisplaySet::isVolume);
    }

    @Test
    void petWithAndWithoutAttenuationCorrectionStandApart() {
        List<DisplaySet> sets = split(slices(
                6,
                i -> i % 3,
                (slice, i) -> slice.text(Tag.MODALITY, Vr.CS, "PT")
                        .text(0x00280051, Vr.CS, i < 3 ? new String[] {"DECY", "ATTN"} : new String[] {"DECY"})));
        assertSets(sets, "attenuation", 3, 3);
        assertLabels(sets, "viewer.split.attenuation[AC]", "viewer.split.attenuation[NAC]");
    }

    @Test
    void waterAndFatOfADixonSeriesStandApart() {
        List<DisplaySet> sets = split(slices(
                6,
                i -> i / 2,
                (slice, i) -> slice.text(Tag.MODALITY, Vr.CS, "MR")
                        .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "DIXON", i % 2 == 0 ? "WATER" : "FAT")));
        assertSets(sets, "kind", 3, 3);
        assertLabels(sets, "viewer.split.kind[DIXON WATER]", "viewer.split.kind[DIXON FAT]");
    }

    @Test
    void frontAndBackOfABoneScanStandApart() {
        List<DisplaySet> sets = split(Headers.image(NM, "NM", 1)
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "2")
                .integers(0x00540010, Vr.US, 1, 1)
                .integers(0x00540020, Vr.US, 1, 2));
        assertSets(sets, "nuclear", 1, 1);
        assertLabels(sets, "viewer.split.nuclear[D1]", "viewer.split.nuclear[D2]");
    }

    /// Two time slots of four slices; C.8.4.15: a negative spacing stacks towards the front of the first slice.
    @Test
    void gatedTomographyIsOneVolumePerTimeSlot() {
        DataSet detector = DataSetBuilder.create()
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, -10, -20, 100)
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                .build();
        List<DisplaySet> sets = split(Headers.image(NM, "NM", 1)
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "8")
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "RECON GATED TOMO", "EMISSION")
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.3")
                .decimals(Tag.PIXEL_SPACING, Vr.DS, 4, 4)
                .decimals(Tag.SPACING_BETWEEN_SLICES, Vr.DS, -5)
                .sequence(0x00540022, List.of(detector))
                .integers(0x00540070, Vr.US, 1, 1, 1, 1, 2, 2, 2, 2)
                .integers(0x00540080, Vr.US, 1, 2, 3, 4, 1, 2, 3, 4));
        assertSets(sets, "nuclear", 4, 4);
        assertThat(sets).allMatch(DisplaySet::isVolume);
        assertThat(sets.getFirst().frames())
                .extracting(frame -> frame.plane().position().z())
                .containsExactly(85.0, 90.0, 95.0, 100.0);
        assertThat(sets.getFirst().frames())
                .extracting(frame -> frame.ref().frame())
                .containsExactly(3, 2, 1, 0);
    }

    @Test
    void stacksOfAnEnhancedImageStandApartAndPartsOfAConcatenationDoNot() {
        List<DataSet> frames = IntStream.range(0, 6)
                .mapToObj(i -> DataSetBuilder.create()
                        .sequence(
                                Tag.FRAME_CONTENT_SEQUENCE,
                                List.of(DataSetBuilder.create()
                                        .text(Tag.STACK_ID, Vr.SH, i < 3 ? "1" : "2")
                                        .build()))
                        .build())
                .toList();
        List<DisplaySet> stacks = split(Headers.image(ENHANCED_MR, "MR", 1)
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "6")
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames));
        assertSets(stacks, "stack", 3, 3);
        List<DisplaySet> joined = split(
                Headers.image(ENHANCED_MR, "MR", 1)
                        .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "2")
                        .text(0x00209161, Vr.UI, "2.25.9"),
                Headers.image(ENHANCED_MR, "MR", 2)
                        .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "2")
                        .text(0x00209161, Vr.UI, "2.25.9"));
        assertThat(joined).extracting(set -> set.frames().size()).containsExactly(4);
    }

    @Test
    void stillsOfUltrasoundStayTogetherAndViewsOfAChestAreNamed() {
        List<DisplaySet> stills = split(
                Headers.image(Headers.SC, "US", 1).decimals(Tag.PIXEL_SPACING, Vr.DS, 0.2, 0.2),
                Headers.image(Headers.SC, "US", 2).decimals(Tag.PIXEL_SPACING, Vr.DS, 0.3, 0.3));
        assertSets(stills, "series", 2);
        List<DisplaySet> chest = split(
                Headers.image(Headers.DX, "DX", 1).text(Tag.VIEW_POSITION, Vr.CS, "PA"),
                Headers.image(Headers.DX, "DX", 2)
                        .text(Tag.VIEW_POSITION, Vr.CS, "LL")
                        .text(Tag.IMAGE_LATERALITY, Vr.CS, "L"));
        assertLabels(chest, "viewer.split.projection[PA]", "viewer.split.projection[L LL]");
    }

    private interface Change {
        DataSetBuilder apply(DataSetBuilder slice, int index);
    }

    /// Slices 5 mm apart; `place` says at which step each lies.
    private static DataSetBuilder[] slices(int count, java.util.function.IntUnaryOperator place, Change change) {
        List<DataSetBuilder> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slices.add(change.apply(Headers.slice(i + 1, 5.0 * place.applyAsInt(i)), i));
        }
        return slices.toArray(DataSetBuilder[]::new);
    }

    private static void assertSets(List<DisplaySet> sets, String rule, Integer... sizes) {
        assertThat(sets).extracting(set -> set.frames().size()).containsExactly(sizes);
        assertThat(sets).extracting(DisplaySet::rule).containsOnly(rule);
    }

    private static void assertLabels(List<DisplaySet> sets, String... labels) {
        assertThat(sets)
                .extracting(set -> String.join(
                        " ",
                        set.labels().stream()
                                .map(label -> label.messageKey() + label.arguments())
                                .toList()))
                .containsExactly(labels);
    }

    private static List<DisplaySet> split(DataSetBuilder... builders) {
        return DisplaySetRules.split(Stream.of(builders).map(Headers::header).toList());
    }
}
