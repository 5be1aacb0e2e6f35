package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.dicom.Bytes;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// What stored values mean: windows of a file, modality values, real world values, colours.
class ValueMapsTest {
    private static final String XA = "1.2.840.10008.5.1.4.1.1.12.1";

    /// C.11.2.1.1: first value mapped of -1024 HU in an attribute that says it is unsigned, as implicit
    /// encoding has it.
    // [utest->req~display.voi~1]
    @Test
    void theFirstValueOfATableIsSignedWhenModalityValuesCanBe() {
        DataSetBuilder ct = Headers.slice(1, 0)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, -1024);
        assertThat(firstMapped(ct, 0xFC00)).isEqualTo(-1024);
        assertThat(firstMapped(ct.decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0), 0xFC00))
                .isEqualTo(0xFC00);
    }

    private static int firstMapped(DataSetBuilder image, int first) {
        DataSetBuilder table = DataSetBuilder.create()
                .integers(Tag.LUT_DESCRIPTOR, Vr.US, 2, first, 8)
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {0, 0, 1, 0});
        Voi voi = Headers.frame(image.sequence(Tag.VOILUT_SEQUENCE, List.of(table.build())))
                .vois()
                .getFirst();
        return ((Voi.Table) voi).firstMapped();
    }

    /// The same tables in a file of either byte order: words are turned once, and eight-bit entries packed
    /// into words too.
    // [utest->req~display.voi~1]
    // [utest->req~display.palette-color~1]
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tablesReadTheSameInEitherByteOrder(boolean isBigEndian) throws DicomException {
        ImageFrame wide = ordered(isBigEndian, 16, 0x1100, 0x2200, 0x3300, 0x4400);
        assertThat(((Voi.Table) wide.vois().getFirst()).values()).containsExactly(0x1100, 0x2200, 0x3300, 0x4400);
        assertThat(wide.extras().supplementalPalette().red()).containsExactly(0x11, 0x22, 0x33, 0x44);
        // two entries a word, the first in its lower half
        ImageFrame packed = ordered(isBigEndian, 8, 0x2211, 0x4433);
        assertThat(((Voi.Table) packed.vois().getFirst()).values()).containsExactly(0x11, 0x22, 0x33, 0x44);
    }

    /// A grey image whose tables, for its greys and for colours, hold `words`.
    private static ImageFrame ordered(boolean isBigEndian, int bits, int... words) throws DicomException {
        Bytes data = isBigEndian ? Bytes.big() : Bytes.little();
        Bytes table = isBigEndian ? Bytes.big() : Bytes.little();
        for (int word : words) {
            table.int16(word);
        }
        byte[] descriptor = (isBigEndian ? Bytes.big() : Bytes.little())
                .int16(4)
                .int16(0)
                .int16(bits)
                .array();
        data.explicit(Tag.SOP_INSTANCE_UID, "UI", "2.25.10")
                .explicit(Tag.PIXEL_PRESENTATION, "CS", "COLOR ")
                .explicit(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2 ")
                .tag(Tag.ROWS)
                .text("US")
                .int16(2)
                .int16(1)
                .tag(Tag.COLUMNS)
                .text("US")
                .int16(2)
                .int16(1)
                .tag(Tag.BITS_ALLOCATED)
                .text("US")
                .int16(2)
                .int16(16);
        for (int channel = 0; channel < 3; channel++) {
            data.explicit(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + channel, "US", descriptor);
        }
        for (int channel = 0; channel < 3; channel++) {
            data.explicitLong(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + channel, "OW", 2L * words.length)
                    .raw(table.array());
        }
        byte[] voi = (isBigEndian ? Bytes.big() : Bytes.little())
                .explicit(Tag.LUT_DESCRIPTOR, "US", descriptor)
                .explicitLong(Tag.LUT_DATA, "OW", 2L * words.length)
                .raw(table.array())
                .array();
        data.explicitLong(Tag.VOILUT_SEQUENCE, "SQ", voi.length + 8L)
                .tag(Tag.ITEM)
                .int32(voi.length)
                .raw(voi);
        String syntax = isBigEndian ? "1.2.840.10008.1.2.2" : "1.2.840.10008.1.2.1";
        byte[] file = Bytes.part10(syntax).raw(data.array()).array();
        return FrameDescriber.frames(ImageHeader.of(DicomReader.read(file)).orElseThrow())
                .getFirst();
    }

    /// A map from 0 to 1 with the window 0.5, 1 and the function LINEAR: by the letter a threshold at 0.
    // [utest->req~display.voi~1]
    @Test
    void aNarrowLinearWindowOnFineValuesIsNoThreshold() {
        DataSetBuilder fine = Headers.slice(1, 0)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 0.001)
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 0.5)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 1);
        assertThat(Headers.frame(fine).vois().getFirst().toGrey(0.25)).isEqualTo(0.25);
        Voi whole =
                Headers.frame(fine.decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)).vois().getFirst();
        assertThat(whole.toGrey(0.25))
                .as("whole steps keep the threshold of the standard")
                .isEqualTo(1);
    }

    // [utest->req~display.modality-lut~1]
    @Test
    void theTableOfALogarithmicAngiogramIsForMeasuringNotForShowing() {
        DataSetBuilder table = DataSetBuilder.create()
                .integers(Tag.LUT_DESCRIPTOR, Vr.US, 2, 0, 16)
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {1, 0, 2, 0});
        DataSetBuilder run = Headers.image(XA, "XA", 1)
                .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, Vr.CS, "LOG")
                .sequence(Tag.MODALITY_LUT_SEQUENCE, List.of(table.build()));
        assertThat(Headers.frame(run).modalityLut()).isEqualTo(ModalityLut.Linear.IDENTITY);
        assertThat(Headers.frame(run.text(Tag.PIXEL_INTENSITY_RELATIONSHIP, Vr.CS, "LIN"))
                        .modalityLut())
                .isInstanceOf(ModalityLut.Table.class);
    }

    /// C.8.8.3: 32-bit dose values of millionths; C.11.1.1.2: defined terms of Rescale Type.
    // [utest->req~display.modality-lut~1]
    @Test
    void dosesAreInGrayAndRescaleTypesHaveTheirSign() {
        DataSetBuilder dose = Headers.image("1.2.840.10008.5.1.4.1.1.481.2", "RTDOSE", 1)
                .decimals(0x3004000E, Vr.DS, 2e-6)
                .text(0x30040002, Vr.CS, "GY");
        ModalityLut lut = Headers.frame(dose).modalityLut();
        assertThat(lut.toModality(35_000_000)).isCloseTo(70, within(1e-9));
        assertThat(lut.unit().symbol()).isEqualTo("Gy");
        ModalityLut relative =
                Headers.frame(dose.text(0x30040002, Vr.CS, "RELATIVE")).modalityLut();
        assertThat(relative.toModality(500_000)).isCloseTo(1, within(1e-9));
        assertThat(relative.unit()).isEqualTo(ValueUnit.NONE);
        assertThat(Headers.frame(dose.decimals(0x3004000E, Vr.DS, 0)).modalityLut())
                .isEqualTo(ModalityLut.Linear.IDENTITY);
        String[][] types = {
            {"HU", "HU"}, {"HU_MOD", "HU mod."}, {"EDW", "ED/water"}, {"PCT", "%"}, {"MGML", "mg/mL"}, {"US", ""}
        };
        for (String[] type : types) {
            DataSetBuilder image = Headers.image("1.2.840.10008.5.1.4.1.1.2.1", "CT", 1)
                    .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                    .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0)
                    .text(Tag.RESCALE_TYPE, Vr.LO, type[0]);
            assertThat(Headers.frame(image).modalityLut().unit().symbol()).isEqualTo(type[1]);
        }
    }

    // [utest->req~display.real-world-values~1]
    @Test
    void realWorldValuesStandBesideModalityValues() {
        DataSetBuilder unit =
                DataSetBuilder.create().text(Tag.CODE_VALUE, Vr.SH, "mm2/s").text(0x00080102, Vr.SH, "UCUM");
        DataSetBuilder item = DataSetBuilder.create()
                .text(0x00409210, Vr.SH, "ADC")
                .integers(0x00409211, Vr.US, 4095)
                .integers(0x00409216, Vr.US, 0)
                .decimals(0x00409224, Vr.FD, 0.5)
                .decimals(0x00409225, Vr.FD, 1e-6)
                .sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, List.of(unit.build()));
        List<RealWorldValueMap> maps = Headers.frame(
                        Headers.slice(1, 0).sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, List.of(item.build())))
                .extras()
                .realWorldValues();
        assertThat(maps).hasSize(1);
        assertThat(maps.getFirst().of(1000)).isEqualTo(0.501);
        assertThat(maps.getFirst().of(4096)).isNaN();
        assertThat(maps.getFirst().unit().symbol()).isEqualTo("mm²/s");
        assertThat(maps.getFirst().label()).isEqualTo("ADC");
    }

    /// The platform's own profiles: one is sRGB itself, the other has the primaries of sRGB and no curve, so
    /// that sRGB's formula says what must come out.
    // [utest->req~display.icc-profile~1]
    @Test
    void coloursOfAProfileBecomeSrgb() {
        ColourProfile same = profile(ColorSpace.CS_sRGB);
        assertThat(same.isChanging()).isFalse();
        assertThat(same.name()).contains("sRGB");
        ColourProfile linear = profile(ColorSpace.CS_LINEAR_RGB);
        int[] argb = {0xFF000000, 0xFFFFFFFF, 0xFF808080, 0xFFC02000};
        linear.toSrgb(argb);
        assertThat(argb[0]).isEqualTo(0xFF000000);
        assertThat(argb[1]).isEqualTo(0xFFFFFFFF);
        assertColour(argb[2], curve(0x80), curve(0x80), curve(0x80));
        assertColour(argb[3], curve(0xC0), curve(0x20), 0);
    }

    @Test
    void bytesThatAreNoProfileAreNone() {
        assertThat(ColourProfile.of(new byte[500])).isEmpty();
        assertThat(ColourProfile.of(new byte[3])).isEmpty();
        byte[] cut = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        java.util.Arrays.fill(cut, 128, cut.length, (byte) 0x7F);
        assertThat(ColourProfile.of(cut)).isEmpty();
    }

    private static ColourProfile profile(int space) {
        return ColourProfile.of(ICC_Profile.getInstance(space).getData()).orElseThrow();
    }

    private static int curve(int linear) {
        return (int) Math.round(255 * (1.055 * Math.pow(linear / 255.0, 1 / 2.4) - 0.055));
    }

    private static void assertColour(int argb, int red, int green, int blue) {
        assertThat(argb >> 16 & 0xFF).isBetween(red - 2, red + 2);
        assertThat(argb >> 8 & 0xFF).isBetween(green - 2, green + 2);
        assertThat(argb & 0xFF).isBetween(blue - 2, blue + 2);
    }
}
