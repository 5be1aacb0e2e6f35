package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;

/// Frames are named by the length of their fragments, all different here.
// [utest->req~codec.fragments~1]
final class FragmentIndexTest {
    private static final List<Long> NONE = List.of();

    @Test
    void aBasicOffsetTableTellsWhichFragmentsMakeAFrame() throws Exception {
        PixelData.Encapsulated data = data(List.of(0L, 8L + 20 + 8 + 22), NONE, plain(20), plain(22), plain(24));
        assertEquals(List.of(20L, 22L), lengths(data, 2, 0));
        assertEquals(List.of(24L), lengths(data, 2, 1));
    }

    @Test
    void anExtendedOffsetTableGoesBeforeTheBasicOne() throws Exception {
        PixelData.Encapsulated data =
                data(List.of(0L, 28L), List.of(0L, 8L + 20 + 8 + 22), plain(20), plain(22), plain(24));
        assertEquals(List.of(24L), lengths(data, 2, 1));
    }

    @Test
    void anOffsetTableThatPointsBetweenFragmentsIsNotBelieved() throws Exception {
        PixelData.Encapsulated data = data(List.of(0L, 17L), NONE, plain(20), plain(22));
        assertEquals(List.of(22L), lengths(data, 2, 1));
    }

    @Test
    void withoutATableEveryFragmentIsAFrame() throws Exception {
        PixelData.Encapsulated data = data(NONE, NONE, plain(20), plain(22), plain(24));
        assertEquals(List.of(22L), lengths(data, 3, 1));
    }

    @Test
    void emptyFragmentsAreNoFrames() throws Exception {
        PixelData.Encapsulated data = data(NONE, NONE, plain(20), plain(0), plain(24));
        assertEquals(List.of(24L), lengths(data, 2, 1));
    }

    @Test
    void withoutATableFramesOfSeveralFragmentsStartWhereCodeStreamsStart() throws Exception {
        PixelData.Encapsulated jpeg =
                data(NONE, NONE, head(20, 0xFF, 0xD8, 0xFF), plain(22), head(24, 0xFF, 0xD8, 0xFF));
        assertEquals(List.of(20L, 22L), lengths(jpeg, 2, 0));
        assertEquals(List.of(24L), lengths(jpeg, 2, 1));
        PixelData.Encapsulated jpeg2000 =
                data(NONE, NONE, head(20, 0xFF, 0x4F, 0xFF, 0x51), head(22, 0xFF, 0x4F, 0xFF, 0x51), plain(24));
        assertEquals(List.of(22L, 24L), lengths(jpeg2000, 2, 1));
    }

    @Test
    void anOffsetTableThatPointsIntoTheMiddleOfFramesIsNotBelieved() throws Exception {
        PixelData.Encapsulated data = data(
                List.of(0L, 8L + 20 + 8 + 22 + 8 + 24),
                NONE,
                head(20, 0xFF, 0xD8, 0xFF),
                plain(22),
                head(24, 0xFF, 0xD8, 0xFF),
                plain(26));
        assertEquals(List.of(20L, 22L), lengths(data, 2, 0));
        assertEquals(List.of(24L, 26L), lengths(data, 2, 1));
    }

    @Test
    void anUnreadableNumberOfFramesIsToldByTheTableOrTheCodeStreams() throws Exception {
        PixelData.Encapsulated table = data(List.of(0L, 28L), NONE, plain(20), plain(22));
        assertEquals(2, FragmentIndex.of(table, 0).count());
        PixelData.Encapsulated streams =
                data(NONE, NONE, head(20, 0xFF, 0xD8, 0xFF), plain(22), head(24, 0xFF, 0xD8, 0xFF));
        assertEquals(2, FragmentIndex.of(streams, 0).count());
        assertEquals(
                1, FragmentIndex.of(data(NONE, NONE, plain(20), plain(22)), 0).count());
    }

    @Test
    void framesThatCannotBeToldApartAreRefused() {
        PixelData.Encapsulated data = data(NONE, NONE, plain(20), plain(22), plain(24));
        CodecException refused = assertThrows(CodecException.class, () -> FragmentIndex.of(data, 2));
        assertEquals("viewer.codec.frame-boundaries", refused.messageKey());
    }

    /// A header without Number of Frames means one; the pictures behind the first must not go missing unsaid.
    @Test
    void severalCodeStreamsInOneFrameAreRefused() throws Exception {
        PixelData.Encapsulated cine =
                data(NONE, NONE, head(20, 0xFF, 0xD8, 0xFF), plain(22), head(24, 0xFF, 0xD8, 0xFF));
        CodecException refused = assertThrows(CodecException.class, () -> FragmentIndex.of(cine, 1));
        assertEquals("viewer.codec.frames-impossible", refused.messageKey());
        PixelData.Encapsulated one = data(NONE, NONE, head(20, 0xFF, 0xD8, 0xFF), plain(22), plain(24));
        assertEquals(List.of(20L, 22L, 24L), lengths(one, 1, 0));
    }

    @Test
    void theFramesAMissingEndTookAwayAreMissingAndTheOthersAreNot() throws Exception {
        PixelData.Encapsulated data = data(List.of(0L, 28L, 1000L), NONE, plain(20), plain(22));
        assertEquals(List.of(20L), lengths(data, 3, 0));
        CodecException missing = assertThrows(CodecException.class, () -> lengths(data, 3, 2));
        assertEquals("viewer.codec.truncated", missing.messageKey());
    }

    private static List<Long> lengths(PixelData.Encapsulated data, int frames, int frame) throws CodecException {
        return FragmentIndex.of(data, frames).fragments(frame).stream()
                .map(ByteSlice::length)
                .toList();
    }

    private static PixelData.Encapsulated data(List<Long> basic, List<Long> extended, byte[]... fragments) {
        return new PixelData.Encapsulated(
                Tag.PIXEL_DATA, Arrays.stream(fragments).map(ByteSlice::of).toList(), basic, extended, NONE, true);
    }

    private static byte[] plain(int length) {
        return new byte[length];
    }

    private static byte[] head(int length, int... first) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < first.length; i++) {
            bytes[i] = (byte) first[i];
        }
        return bytes;
    }
}
