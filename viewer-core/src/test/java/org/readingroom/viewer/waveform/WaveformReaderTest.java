package org.readingroom.viewer.waveform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.testing.SharedData;

class WaveformReaderTest {
    /// Values, sums and extremes are those of pydicom's `multiplex_array`, in microvolts.
    // [utest->req~waveform.read~1]
    @ParameterizedTest
    @CsvSource({
        "0, 0, 10000, 100.0, 300.0, 926613.75, -62.5, 725.0",
        "0, 1, 10000, 112.5, 468.75, 908587.5, -208.75, 1137.5",
        "0, 11, 10000, -50.0, 487.5, 384187.5, -162.5, 1443.75",
        "1, 0, 1200, 12.5, 206.25, 68675.0, -31.25, 668.75",
        "1, 5, 1200, 93.75, 333.75, 123883.75, -22.5, 777.5"
    })
    void valuesArePydicoms(
            int group, int channel, int samples, double first, double at777, double sum, double low, double high)
            throws DicomException {
        MultiplexGroup read = ecg().groups().get(group);
        double[] values = read.values(channel);
        assertEquals(samples, values.length);
        assertEquals(first, values[0]);
        assertEquals(at777, values[777]);
        assertEquals(sum, Arrays.stream(values).sum(), 1e-6);
        assertEquals(low, Arrays.stream(values).min().orElseThrow());
        assertEquals(high, Arrays.stream(values).max().orElseThrow());
        assertEquals(1e-3, read.channels().get(channel).millivolts().orElseThrow());
    }

    // [utest->req~waveform.read~1]
    @Test
    void leadsFiltersAndAnnotationsAreRead() throws DicomException {
        Waveform ecg = ecg();
        assertEquals(
                List.of("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"),
                ecg.groups().getFirst().channels().stream().map(Channel::name).toList());
        assertEquals(10.0, ecg.groups().getFirst().seconds());
        assertEquals(0.05, ecg.groups().getFirst().channels().getFirst().lowHz().orElseThrow());
        // pydicom: 77 annotations, the first free text
        assertEquals(77, ecg.annotations().size());
        assertEquals("RITMO SINUSALE", ecg.annotations().getFirst().text());
        assertTrue(ecg.annotations().stream()
                .anyMatch(
                        one -> one.concept().map(CodedEntry::meaning).orElse("").equals("RR Interval")
                                && one.number().equals("982")));
    }

    // [utest->req~waveform.read~1]
    @Test
    void sensitivityCorrectionBaselineAndPaddingMakeTheValue() {
        // two channels of three samples: 1, 2, padding and 10, 20, 30
        short[] stored = {1, 10, 2, 20, -32768, 30};
        DataSet data = recording(stored, 3, 2);
        MultiplexGroup group = WaveformReader.read(data).orElseThrow().groups().getFirst();
        assertArrayEquals(new double[] {2 * 3 * 1 + 5, 2 * 3 * 2 + 5, Double.NaN}, group.values(0));
        assertArrayEquals(new double[] {65, 125, 185}, group.values(1));
    }

    // [utest->req~waveform.read~1]
    @Test
    void aShortFileGivesWhatItHoldsAndSaysSo() {
        Waveform cut = WaveformReader.read(recording(new short[] {1, 2, 3, 4, 5}, 900_000_000, 2))
                .orElseThrow();
        assertEquals(2, cut.groups().getFirst().samples());
        assertEquals(List.of("viewer.waveform.short"), cut.warningKeys());
        Waveform none =
                WaveformReader.read(recording(new short[] {1, 2}, 1, 60_000)).orElseThrow();
        assertEquals(List.of("viewer.waveform.group-unreadable"), none.warningKeys());
    }

    /// Code words and values of ITU-T G.711, tables 1a and 2a, at the scale of sixteen bits.
    // [utest->req~waveform.read~1]
    @Test
    void compandedSamplesAreThoseOfG711() {
        byte[] mu = {(byte) 0xFF, (byte) 0x80, 0x00, (byte) 0xF0, 0x70};
        assertArrayEquals(new double[] {0, 32124, -32124, 120, -120}, muOnly(mu));
        WaveformSamples a = new WaveformSamples(
                new byte[] {(byte) 0xD5, 0x55, (byte) 0xAA, 0x2A},
                WaveformSamples.Interpretation.AB,
                OptionalInt.empty());
        assertArrayEquals(new double[] {8, -8, 32256, -32256}, a.channel(0, 1, 4));
    }

    private static double[] muOnly(byte[] codes) {
        return new WaveformSamples(codes, WaveformSamples.Interpretation.MB, OptionalInt.empty())
                .channel(0, 1, codes.length);
    }

    // [utest->req~waveform.paper~1]
    @Test
    void aMillivoltIsTenMillimetresAndASecondTwentyFive() throws DicomException {
        MultiplexGroup group = ecg().groups().getFirst();
        TracePaper paper = TracePaper.of(group);
        assertEquals(250, paper.widthMm());
        TracePaper.Strip lead = paper.strips().get(1);
        assertEquals(10, lead.yMm(0) - lead.yMm(1000), 1e-9);
        double[] line = TraceLine.of(lead, group.samplingHz(), paper.mmPerSecond(), 0.02);
        assertEquals(2 * group.samples(), line.length);
        assertEquals(25, line[2 * 1000], 1e-9);
    }

    // [utest->req~waveform.paper~1]
    @Test
    void noPeakIsLostWhenManySamplesShareAPoint() {
        double[] values = new double[10_000];
        values[5_003] = 7;
        values[8_001] = -9;
        values[2_000] = Double.NaN;
        Channel channel = new Channel("x", Optional.empty(), Optional.empty(), 1, 1, 0, 0, none(), none(), none());
        double[] line = TraceLine.of(new TracePaper.Strip(channel, 0, 0, 1, 0, values), 1000, 25, 1);
        double highest = 0;
        double lowest = 0;
        double last = -1;
        for (int i = 0; i < line.length; i += 2) {
            if (!Double.isNaN(line[i])) {
                assertTrue(line[i] >= last, "time runs back");
                last = line[i];
                highest = Math.min(highest, line[i + 1]);
                lowest = Math.max(lowest, line[i + 1]);
            }
        }
        assertEquals(-7, highest);
        assertEquals(9, lowest);
        assertTrue(line.length < 4000, line.length + " numbers");
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }

    private static Waveform ecg() throws DicomException {
        return WaveformReader.read(DicomReader.read(SharedData.path("modality/ecg-12lead.dcm"))
                        .dataSet())
                .orElseThrow();
    }

    private static DataSet recording(short[] stored, long samples, int channels) {
        byte[] bytes = new byte[2 * stored.length];
        for (int i = 0; i < stored.length; i++) {
            bytes[2 * i] = (byte) stored[i];
            bytes[2 * i + 1] = (byte) (stored[i] >> 8);
        }
        DataSet channel = DataSetBuilder.create()
                .decimals(WaveformTag.CHANNEL_SENSITIVITY, Vr.DS, 2)
                .decimals(WaveformTag.CHANNEL_SENSITIVITY_CORRECTION_FACTOR, Vr.DS, 3)
                .decimals(WaveformTag.CHANNEL_BASELINE, Vr.DS, 5)
                .sequence(
                        WaveformTag.CHANNEL_SENSITIVITY_UNITS_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .text(Tag.CODE_VALUE, Vr.SH, "mm[Hg]")
                                .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, "UCUM")
                                .build()))
                .build();
        DataSet group = DataSetBuilder.create()
                .integers(WaveformTag.NUMBER_OF_WAVEFORM_CHANNELS, Vr.US, channels)
                .integers(WaveformTag.NUMBER_OF_WAVEFORM_SAMPLES, Vr.UL, samples)
                .decimals(WaveformTag.SAMPLING_FREQUENCY, Vr.DS, 100)
                .integers(WaveformTag.WAVEFORM_BITS_ALLOCATED, Vr.US, 16)
                .text(WaveformTag.WAVEFORM_SAMPLE_INTERPRETATION, Vr.CS, "SS")
                .bytes(WaveformTag.WAVEFORM_PADDING_VALUE, Vr.OW, new byte[] {0, (byte) 0x80})
                .bytes(WaveformTag.WAVEFORM_DATA, Vr.OW, bytes)
                .sequence(WaveformTag.CHANNEL_DEFINITION_SEQUENCE, List.of(channel, channel))
                .build();
        return DataSetBuilder.create()
                .sequence(WaveformTag.WAVEFORM_SEQUENCE, List.of(group))
                .build();
    }
}
