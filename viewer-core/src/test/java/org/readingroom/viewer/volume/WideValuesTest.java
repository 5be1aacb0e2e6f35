package org.readingroom.viewer.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.FrameGrid;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.EmbeddedOverlay;
import org.readingroom.viewer.display.FrameExtras;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.display.PaletteColor;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// Pixels that 16 bits do not hold, and pixels that hold more than a value.
// [utest->req~view.grey-order~1]
class WideValuesTest {
    private static final ModalityLut DOUBLED = new ModalityLut.Linear(2, 1, ValueUnit.NONE);

    @Test
    void floatingPointValuesAreKeptToTheLastBitAndTheirPaddingIsNoValue() throws CodecException {
        FrameExtras extras = new FrameExtras(
                List.of(), List.of(), null, null, List.of(), null, null, new FrameExtras.FloatPadding(-9, -8));
        float[] stored = {0.1f, 1e9f, -8.5f, Float.NaN, 3.25f, Float.NEGATIVE_INFINITY};
        ByteBuffer bytes = ByteBuffer.allocate(4 * stored.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : stored) {
            bytes.putFloat(value);
        }
        GreySlice slice = decode(new PixelFormat(1, 6, 1, 32, 0, -1, true, "MONOCHROME2", 0), bytes, extras);
        assertThat(slice.modalityValue(0, 0)).isEqualTo((float) (2 * (double) 0.1f + 1));
        assertThat(slice.modalityValue(1, 0)).isEqualTo(2e9f);
        assertThat(slice.modalityValue(4, 0)).isEqualTo(7.5f);
        assertThat(List.of(slice.isPadding(0, 0), slice.isPadding(2, 0), slice.isPadding(3, 0), slice.isPadding(4, 0)))
                .containsExactly(false, true, true, false);
        assertThat(slice.isPadding(5, 0)).as("an infinity is no value").isTrue();
    }

    /// The command line measures the stored values, the desk its slices: padding counts in neither.
    // [utest->req~annotation.statistics~1]
    @Test
    void floatPaddingIsNoValueInMeasurementsEither() {
        FrameExtras extras = new FrameExtras(
                List.of(), List.of(), null, null, List.of(), null, null, new FrameExtras.FloatPadding(-9, -8));
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(1).putFloat(-8.5f).putFloat(Float.NaN).putFloat(Float.POSITIVE_INFINITY);
        PixelFormat format = new PixelFormat(1, 4, 1, 32, 0, -1, true, "MONOCHROME2", 0);
        FrameGrid grid = FrameGrid.of(frame(format, extras), new StoredPixels(format, bytes.array()));
        assertThat(grid.value(0, 0)).isEqualTo(3);
        assertThat(List.of(grid.value(1, 0), grid.value(2, 0), grid.value(3, 0)))
                .allMatch(value -> Double.isNaN(value));
    }

    @Test
    void doublesAndUnsigned32BitValuesAreRead() throws CodecException {
        ByteBuffer doubles = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(-2.5)
                .putDouble(7);
        GreySlice slice =
                decode(new PixelFormat(1, 2, 1, 64, 0, -1, true, "MONOCHROME2", 0), doubles, FrameExtras.NONE);
        assertThat(slice.modalityValue(0, 0)).isEqualTo(-4);
        assertThat(slice.modalityValue(1, 0)).isEqualTo(15);
        ByteBuffer words =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(0xFFFFFFFF);
        GreySlice wide = decode(new PixelFormat(1, 2, 1, 32, 32, 31, false, "MONOCHROME2", 0), words, FrameExtras.NONE);
        assertThat(wide.modalityValue(0, 0)).isEqualTo(1);
        assertThat(wide.modalityValue(1, 0)).isEqualTo((float) (2.0 * 0xFFFFFFFFL + 1));
    }

    /// One pixel of 1e9 beside values up to 8: over the whole range all others would be one sample.
    @Test
    void aNarrowWindowStillTellsTheValuesApart() throws CodecException {
        ByteBuffer bytes = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : new float[] {0, 1, 2, 3, 1e9f}) {
            bytes.putFloat(value);
        }
        GreySlice whole = decode(new PixelFormat(1, 5, 1, 32, 0, -1, true, "MONOCHROME2", 0), bytes, FrameExtras.NONE);
        assertThat(whole.samples()[0]).isEqualTo(whole.samples()[3]);
        Voi window = new Voi.Window(4, 8, Voi.Function.LINEAR_EXACT, "");
        GreySlice focused = (GreySlice) SliceFocus.on(whole, window);
        for (int i = 0; i < 4; i++) {
            double drawn = focused.slope() * focused.samples()[i] + focused.intercept();
            assertThat(drawn).isCloseTo(2.0 * i + 1, within(0.001));
        }
        double far = focused.slope() * focused.samples()[4] + focused.intercept();
        assertThat(window.toGrey(far)).isEqualTo(1);
        assertThat(SliceFocus.on(whole, new Voi.Window(1e9, 2e9, Voi.Function.LINEAR_EXACT, "")))
                .isSameAs(whole);
    }

    @Test
    void overlayBitsAndSupplementalColoursComeWithThePixels() throws CodecException {
        FrameExtras extras = new FrameExtras(
                List.of(),
                List.of(new EmbeddedOverlay(0x6000, OverlayPlane.Kind.GRAPHICS, 15, "", "", "")),
                null,
                null,
                List.of(),
                new PaletteColor(4000, new byte[] {10, 11}, new byte[] {20, 21}, new byte[] {30, 31}),
                null,
                null);
        ByteBuffer bytes = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0x8123).putShort((short) 4001).putShort((short) 3999);
        GreySlice slice = decode(new PixelFormat(1, 3, 1, 16, 12, 11, false, "MONOCHROME2", 0), bytes, extras);
        assertThat(slice.modalityValue(0, 0))
                .as("the overlay bit is no part of the value")
                .isEqualTo(2 * 0x123 + 1);
        assertThat(slice.overlays()).hasSize(1);
        assertThat(slice.overlays().getFirst().isSet(0, 0)).isTrue();
        assertThat(slice.overlays().getFirst().isSet(1, 0)).isFalse();
        assertThat(slice.colours()).containsExactly(0, 0xFF0B151F, 0);
    }

    private static GreySlice decode(PixelFormat format, ByteBuffer bytes, FrameExtras extras) throws CodecException {
        return (GreySlice) SliceDecoder.slice(frame(format, extras), new StoredPixels(format, bytes.array()));
    }

    private static ImageFrame frame(PixelFormat format, FrameExtras extras) {
        return new ImageFrame(
                new FrameRef(new SopInstanceUid("2.25.1"), 0),
                format,
                null,
                null,
                PixelScale.None.SQUARE,
                DOUBLED,
                List.of(),
                false,
                null,
                null,
                List.of(),
                FrameFacts.NONE,
                extras);
    }
}
