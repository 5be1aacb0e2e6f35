package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

// [utest->req~display.overlays~1]
class OverlayReaderTest {
    private static final int FRAMES_IN_OVERLAY = 0x60000015;
    private static final int FRAME_ORIGIN = 0x60000051;

    @Test
    void bitsLieWhereTheOriginPutsThem() {
        // 2 rows of 3: bits 0 (first row, first column) and 5 (second row, third column)
        OverlayPlane overlay = only(Headers.frame(overlay(image(1), 0, 2, 3, 0b100001)
                .integers(Tag.OVERLAY_ORIGIN, Vr.SS, 2, -1)
                .text(Tag.OVERLAY_TYPE, Vr.CS, "R")));
        assertThat(overlay.kind()).isEqualTo(OverlayPlane.Kind.REGION);
        assertThat(overlay.group()).isEqualTo(0x6000);
        // origin row 2, column -1 is row 1, column -2 counted from zero
        for (int row = -3; row < 6; row++) {
            for (int column = -4; column < 6; column++) {
                boolean expected = row == 1 && column == -2 || row == 2 && column == 0;
                assertThat(overlay.isSet(column, row)).as(row + "," + column).isEqualTo(expected);
            }
        }
    }

    @Test
    void everySecondGroupIsReadAndBlankOnesAreLeftOut() {
        DataSetBuilder image = overlay(overlay(overlay(image(1), 0, 4, 3, 0), 2, 4, 3, 1), 0x1E, 4, 3, 2);
        assertThat(Headers.frame(image).extras().overlays())
                .extracting(OverlayPlane::group)
                .containsExactly(0x6002, 0x601E);
    }

    @Test
    void overlayFramesBelongToImageFramesFromTheirOriginOn() {
        // two overlay frames of 4 x 3: bit 0 of the first, bit 1 of the second, one run of bits without gaps
        DataSetBuilder image = overlay(image(4), 0, 4, 3, 1 | 1 << 13)
                .text(FRAMES_IN_OVERLAY, Vr.IS, "2")
                .integers(FRAME_ORIGIN, Vr.US, 2);
        List<ImageFrame> frames = FrameDescriber.frames(Headers.header(image));
        assertThat(frames).extracting(frame -> frame.extras().overlays().size()).containsExactly(0, 1, 1, 0);
        assertThat(only(frames.get(1)).isSet(0, 0)).isTrue();
        assertThat(only(frames.get(1)).isSet(1, 0)).isFalse();
        assertThat(only(frames.get(2)).isSet(1, 0)).isTrue();
        assertThat(only(frames.get(2)).isSet(0, 0)).isFalse();
    }

    @Test
    void anOverlayWithoutAFrameCountBelongsToEveryFrameAndOneWithACountToOne() {
        List<ImageFrame> all = FrameDescriber.frames(Headers.header(overlay(image(3), 0, 4, 3, 1)));
        assertThat(all).extracting(frame -> frame.extras().overlays().size()).containsExactly(1, 1, 1);
        List<ImageFrame> one = FrameDescriber.frames(Headers.header(overlay(image(3), 0, 4, 3, 1)
                .text(FRAMES_IN_OVERLAY, Vr.IS, "1")
                .integers(FRAME_ORIGIN, Vr.US, 3)));
        assertThat(one).extracting(frame -> frame.extras().overlays().size()).containsExactly(0, 0, 1);
    }

    @Test
    void aSpareBitOfThePixelsIsAnOverlayAndAUsedOneIsNot() {
        DataSetBuilder twelve = image(1).integers(Tag.BITS_STORED, Vr.US, 12)
                .integers(Tag.HIGH_BIT, Vr.US, 11)
                .integers(Tag.OVERLAY_BIT_POSITION, Vr.US, 14)
                .integers(Tag.OVERLAY_BIT_POSITION + 0x20000, Vr.US, 0);
        List<EmbeddedOverlay> embedded = Headers.frame(twelve).extras().embedded();
        assertThat(embedded).extracting(EmbeddedOverlay::bitPosition).containsExactly(14);
        byte[] pixels = {0, 0, 0, 0x40, -1, -1, -1, (byte) 0xBF};
        OverlayPlane bits = embedded.getFirst().of(pixels, 16, 2, 2);
        assertThat(List.of(bits.isSet(0, 0), bits.isSet(1, 0), bits.isSet(0, 1), bits.isSet(1, 1)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void tooFewBitsAreNotSetAndAnAbsurdSizeCostsNothing() {
        OverlayPlane overlay = only(Headers.frame(overlay(image(1), 0, 65535, 65535, 0xFF)));
        assertThat(overlay.isSet(7, 0)).isTrue();
        assertThat(overlay.isSet(64, 0)).isFalse();
        assertThat(overlay.isSet(65534, 65534)).isFalse();
    }

    private static OverlayPlane only(ImageFrame frame) {
        assertThat(frame.extras().overlays()).hasSize(1);
        return frame.extras().overlays().getFirst();
    }

    private static DataSetBuilder image(int frames) {
        return Headers.image(Headers.SC, "OT", 1).text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames));
    }

    private static DataSetBuilder overlay(DataSetBuilder image, int group, int rows, int columns, long bits) {
        byte[] data = new byte[8];
        for (int i = 0; i < 8; i++) {
            data[i] = (byte) (bits >> 8 * i);
        }
        int shift = group << 16;
        return image.integers(Tag.OVERLAY_ROWS + shift, Vr.US, rows)
                .integers(Tag.OVERLAY_COLUMNS + shift, Vr.US, columns)
                .text(Tag.OVERLAY_TYPE + shift, Vr.CS, "G")
                .integers(Tag.OVERLAY_ORIGIN + shift, Vr.SS, 1, 1)
                .integers(Tag.OVERLAY_BITS_ALLOCATED + shift, Vr.US, 1)
                .integers(Tag.OVERLAY_BIT_POSITION + shift, Vr.US, 0)
                .bytes(Tag.OVERLAY_DATA + shift, Vr.OB, data);
    }
}
