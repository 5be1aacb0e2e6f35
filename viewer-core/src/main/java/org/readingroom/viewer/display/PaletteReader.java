package org.readingroom.viewer.display;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads the colour tables of a PALETTE COLOR image, plain or segmented.
///
/// **Source:** DICOM PS3.3 sections C.7.6.3.1.5, C.7.6.3.1.6, C.7.9.2.
// [impl->req~display.palette-color~1]
final class PaletteReader {
    private PaletteReader() {}

    static Optional<PaletteColor> palette(ImageHeader header) {
        byte[] red = channel(
                header,
                Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA);
        byte[] green = channel(
                header,
                Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA);
        byte[] blue = channel(
                header,
                Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA);
        if (red == null || green == null || blue == null || red.length != green.length || red.length != blue.length) {
            return Optional.empty();
        }
        int[] descriptor = header.dataSet().integers(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR);
        int first = LutReader.firstMapped(
                descriptor[1],
                header.dataSet()
                        .vr(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR)
                        .orElse(null),
                header);
        return Optional.of(new PaletteColor(first, red, green, blue));
    }

    private static byte @Nullable [] channel(ImageHeader header, int descriptorTag, int dataTag, int segmentedTag) {
        DataSet data = header.dataSet();
        int[] descriptor = data.integers(descriptorTag);
        if (descriptor.length != 3) {
            return null;
        }
        int entries = LutReader.entries(descriptor);
        int bits = (descriptor[2] & 0xFFFF) > 8 ? 16 : 8;
        int[] values;
        byte[] plain = data.bytes(dataTag);
        if (plain.length > 0) {
            values = LutReader.lut(header, data, descriptorTag, dataTag)
                    .map(LutReader.Lut::values)
                    .orElse(new int[0]);
            // some writers state 16 bits and store 8, or the reverse: what was read decides
            bits = plain.length >= 2 * entries ? 16 : 8;
            if (bits == 16 && (descriptor[2] & 0xFFFF) == 8) {
                bits = 8;
            }
        } else {
            byte[] segmented = data.bytes(segmentedTag);
            int[] words = bits == 16 ? LutReader.words(segmented, segmented.length / 2) : unsigned(segmented);
            values = new SegmentedPalette(words, bits / 8, entries).expand();
        }
        if (values.length != entries) {
            return null;
        }
        byte[] channel = new byte[entries];
        for (int i = 0; i < entries; i++) {
            channel[i] = (byte) (bits == 16 ? values[i] >> 8 : values[i]);
        }
        return channel;
    }

    private static int[] unsigned(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return values;
    }
}
