package org.readingroom.viewer.greyscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.greyscale.DisplayCalibration.Measurement;
import org.readingroom.viewer.model.WorkstationException;

// [utest->req~view.gsdf~1]
class GreyscaleTest {
    @TempDir
    private Path folder;

    /// First and last rows of the table in PS3.14 annex B.
    @Test
    void luminancesAreThoseOfTheStandardsTable() {
        assertThat(Gsdf.luminance(1)).isCloseTo(0.0500, within(0.00005));
        assertThat(Gsdf.luminance(2)).isCloseTo(0.0547, within(0.00005));
        assertThat(Gsdf.luminance(3)).isCloseTo(0.0594, within(0.0001));
        assertThat(Gsdf.luminance(1023)).isCloseTo(3993.404, within(0.4));
    }

    /// The published inverse is another polynomial with coefficients of its own: both must tell the same story.
    @Test
    void indicesAgreeWithThePublishedInverse() {
        double[] c = {
            71.498068, 94.593053, 41.912053, 9.8247004, 0.28175407, -1.1878455, -0.18014349, 0.14710899, -0.017046845
        };
        for (double luminance = 0.06; luminance < 3900; luminance *= 1.1) {
            double log = Math.log10(luminance);
            double published = 0;
            for (int i = c.length - 1; i >= 0; i--) {
                published = published * log + c[i];
            }
            assertThat(Gsdf.index(luminance)).as("at " + luminance).isCloseTo(published, within(0.6));
            assertThat(Gsdf.luminance(Gsdf.index(luminance))).isCloseTo(luminance, within(1e-6 * luminance));
        }
    }

    /// A screen that follows the standard already needs no correction.
    @Test
    void aPerfectScreenIsLeftAlone() {
        double first = Gsdf.index(0.5);
        double last = Gsdf.index(400);
        DisplayCalibration perfect = new DisplayCalibration(
                IntStream.range(0, 256)
                        .mapToObj(i -> new Measurement(i, Gsdf.luminance(first + (last - first) * i / 255)))
                        .toList(),
                0);
        for (int value = 0; value < 256; value++) {
            assertThat(perfect.drivingLevel(value)).isEqualTo(value);
        }
        assertThat(perfect.worstStepError()).isLessThan(1e-6);
    }

    /// A usual screen of gamma 2.2: after the correction equal steps of P-value are nearly equal steps for the eye.
    @Test
    void aGammaScreenBecomesEvenToTheEye() {
        DisplayCalibration gamma = new DisplayCalibration(gamma(17), 0.2);
        assertThat(gamma.drivingLevel(0)).isEqualTo(0);
        assertThat(gamma.drivingLevel(255)).isEqualTo(255);
        double first = Gsdf.index(0.3 + 0.2);
        double last = Gsdf.index(300.3 + 0.2);
        for (int value = 0; value < 256; value++) {
            double seen = Gsdf.index(gamma.luminance(gamma.drivingLevel(value)));
            double wanted = first + (last - first) * value / 255;
            // no driving level is closer; they are up to five indices apart at the dark end of such a screen
            int level = gamma.drivingLevel(value);
            double gap = Gsdf.index(gamma.luminance(Math.min(255, level + 1)))
                    - Gsdf.index(gamma.luminance(Math.max(0, level - 1)));
            assertThat(gap).isLessThan(10);
            assertThat(seen).as("P-value " + value).isCloseTo(wanted, within(gap / 4 + 0.2));
        }
    }

    @Test
    void readingsBetweenMeasurementsLieOnTheCurve() {
        DisplayCalibration coarse = new DisplayCalibration(gamma(15), 0);
        for (int level = 0; level < 256; level++) {
            double truth = 0.3 + 300 * Math.pow(level / 255.0, 2.2);
            assertThat(coarse.luminance(level)).as("level " + level).isCloseTo(truth, within(0.1 + 0.005 * truth));
        }
    }

    private static List<Measurement> gamma(int step) {
        return IntStream.rangeClosed(0, 255 / step)
                .mapToObj(i -> new Measurement(i * step, 0.3 + 300 * Math.pow(i * step / 255.0, 2.2)))
                .toList();
    }

    @Test
    void filesOfSeveralShapesAreRead() throws IOException, WorkstationException {
        Path file = folder.resolve("monitor.csv");
        Files.writeString(file, "# a screen\nddl,cd/m2\nmax 1023\namb\t0.5\n0, 0.4\n 512; 50\n1023\t200 # white\n");
        DisplayCalibration read = CalibrationReader.read(file);
        assertThat(read.luminance(0)).isEqualTo(0.9);
        assertThat(read.luminance(255)).isEqualTo(200.5);
    }

    @Test
    void whatIsNoCurveIsRefusedWithItsLine() throws IOException {
        assertThatThrownBy(() -> CalibrationReader.read(write("0,1\n128,x\n255,100\n")))
                .isInstanceOfSatisfying(WorkstationException.class, e -> {
                    assertThat(e.messageKey()).isEqualTo("viewer.calibration.bad-line");
                    assertThat(e.messageArguments()).containsExactly(2);
                });
        for (String text : List.of("", "0,1\n255,1\n", "0,5\n100,3\n255,9\n", "0,1\n200,9\n", "max 0\n0,1\n0,9\n")) {
            assertThatThrownBy(() -> CalibrationReader.read(write(text)))
                    .as(text)
                    .isInstanceOfSatisfying(
                            WorkstationException.class,
                            e -> assertThat(e.messageKey()).isEqualTo("viewer.calibration.no-curve"));
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("bad.csv"), text);
    }

    // [utest->req~view.test-pattern~1]
    @Test
    void thePatternHoldsWhatItIsLookedAtForAtAnySize() {
        for (int[] size : new int[][] {{256, 256}, {1024, 1024}, {1920, 1080}, {1200, 1600}}) {
            byte[] greys = TestPattern.greys(size[0], size[1]);
            boolean[] found = new boolean[256];
            for (byte grey : greys) {
                found[grey & 0xFF] = true;
            }
            assertThat(List.of(found[13], found[242], found[0], found[255]))
                    .as("5 % on black, 95 % on white")
                    .containsOnly(true);
            for (int i = 0; i < 16; i++) {
                assertThat(found[8 + 16 * i] && found[12 + 16 * i] && found[4 + 16 * i])
                        .isTrue();
            }
            // the ramp on the left rises upwards without a gap of more than one step for each row
            int unit = Math.min(size[0], size[1]) / 16;
            int most = 255 / (size[1] - 4 * unit - 1) + 1;
            for (int y = 2 * unit + 1; y < size[1] - 2 * unit; y++) {
                int above = greys[(y - 1) * size[0] + unit] & 0xFF;
                int here = greys[y * size[0] + unit] & 0xFF;
                assertThat(above - here).as("row " + y).isBetween(0, most);
            }
        }
        assertThatThrownBy(() -> TestPattern.greys(100, 1000)).isInstanceOf(IllegalArgumentException.class);
    }
}
