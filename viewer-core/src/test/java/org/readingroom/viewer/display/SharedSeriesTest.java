package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.testing.SharedData;

/// Every shared series against the facts listed beside it, which were worked out with other tools.
class SharedSeriesTest {
    private static final String UNREFERENCED = "viewer.set.no-frame-of-reference";

    private static final Map<String, List<String>> WARNINGS = Map.of(
            "series/ct-chest-lidc0314", List.of("viewer.set.references-differ"),
            "series/ct-head-ge-tilt-varspacing", List.of("viewer.set.uneven", "viewer.set.tilted"),
            "series/ct-head-small64", List.of(UNREFERENCED),
            "series/ct64-duplicates-reversed", List.of("viewer.set.duplicates", UNREFERENCED),
            "series/ct64-missing-slices", List.of("viewer.set.gap", UNREFERENCED),
            "series/ct64-no-geometry", List.of("viewer.set.no-geometry"),
            "series/ct64-nonuniform-spacing", List.of("viewer.set.gap", UNREFERENCED));

    private static final List<String> VOLUMES = List.of(
            "series/ct-3slice-with-seg",
            "series/ct-chest-lidc0314",
            "series/ct-head-small64",
            "series/mr-head-t1-coronal",
            "series/pet-wholebody-qin0024");

    // [utest->req~display.stack-order~1]
    // [utest->req~display.sets~2]
    @Test
    void everySharedSeriesBecomesOneSetWithItsKnownSpacing() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.path("series.tsv"));
        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines.subList(1, lines.size())) {
            check(line.split("\t", -1));
        }
    }

    private static void check(String[] facts) {
        String folder = facts[0];
        List<DisplaySet> sets = DisplaySetRules.split(Headers.folder(SharedData.path(folder))).stream()
                .filter(set -> set.series().value().equals(facts[9]))
                .toList();
        assertThat(sets).extracting(DisplaySet::rule).as(folder).containsExactly("series");
        DisplaySet set = sets.getFirst();
        assertThat(set.modality()).as(folder).isEqualTo(facts[1]);
        assertThat(set.frames()).as(folder).hasSize(Integer.parseInt(facts[2]));
        assertThat(set.warningKeys()).as(folder).isEqualTo(WARNINGS.getOrDefault(folder, List.of()));
        assertThat(set.isVolume()).as(folder).isEqualTo(VOLUMES.contains(folder));
        double[] spacing = numbers(facts[4]);
        assertThat(set.frames()).as(folder).allSatisfy(frame -> {
            assertThat(frame.format().rows() + "x" + frame.format().columns()).isEqualTo(facts[3]);
            assertThat(frame.scale())
                    .isEqualTo(new PixelScale.Millimetres(
                            new PixelSpacing(spacing[0], spacing[1]), PixelScale.Source.PATIENT));
        });
        if (!facts[5].isEmpty()) {
            checkSteps(
                    folder,
                    set,
                    Arrays.stream(facts[5].split("/"))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        if (!facts[7].isEmpty()) {
            ImageFrame first = set.frames().stream().min(StackOrder.BY_NUMBER).orElseThrow();
            ModalityLut.Linear linear = (ModalityLut.Linear) first.modalityLut();
            // a PET series has a slope per slice; the facts give one of them
            if (!facts[1].equals("PT")) {
                assertThat(linear.slope()).as(folder).isEqualTo(Double.parseDouble(facts[7]));
                assertThat(linear.intercept()).as(folder).isEqualTo(Double.parseDouble(facts[8]));
            }
            // the small head series say Rescale Type US, unspecified: not Hounsfield units
            String unit = facts[1].equals("PT") ? "Bq/mL" : folder.contains("64") ? "" : "HU";
            assertThat(linear.unit().symbol()).as(folder).isEqualTo(unit);
        }
    }

    /// Steps along the normal, worked out here from the positions alone.
    private static void checkSteps(String folder, DisplaySet set, double[] expected) {
        ImagePlane first = Objects.requireNonNull(set.frames().getFirst().plane());
        double[] steps = new double[set.frames().size() - 1];
        for (int i = 0; i < steps.length; i++) {
            ImagePlane below = Objects.requireNonNull(set.frames().get(i).plane());
            ImagePlane above = Objects.requireNonNull(set.frames().get(i + 1).plane());
            steps[i] = above.position().minus(below.position()).dot(first.normal());
        }
        Arrays.sort(steps);
        // the facts are rounded to three digits
        assertThat(steps[0]).as(folder + " least").isCloseTo(expected[0], within(6e-4));
        assertThat(steps[steps.length / 2]).as(folder + " median").isCloseTo(expected[1], within(6e-4));
        assertThat(steps[steps.length - 1]).as(folder + " most").isCloseTo(expected[2], within(6e-4));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split("\\\\"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
