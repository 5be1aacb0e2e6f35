package org.readingroom.viewer.display;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Vr;

/// Reads a look-up table: its descriptor and its data.
///
/// **Source:** DICOM PS3.3 sections C.11.1.1.1, C.11.2.1.1, C.7.6.3.1.5.
final class LutReader {
    /// A table as it stands in the file. `values` is owned by whoever reads it, and nobody writes it.
    record Lut(int firstMapped, int bits, int[] values) {}

    private LutReader() {}

    static Optional<Lut> lut(ImageHeader header, DataSet item, int descriptorTag, int dataTag) {
        int[] descriptor = item.integers(descriptorTag);
        byte[] data = item.bytes(dataTag);
        if (descriptor.length != 3 || data.length == 0) {
            return Optional.empty();
        }
        int entries = entries(descriptor);
        int bits = descriptor[2] & 0xFFFF;
        if (bits < 1 || bits > 16) {
            return Optional.empty();
        }
        int[] values;
        if (data.length >= 2 * entries) {
            values = words(data, entries);
        } else if (data.length >= entries) {
            values = new int[entries];
            for (int i = 0; i < entries; i++) {
                values[i] = data[i] & 0xFF;
            }
        } else {
            return Optional.empty();
        }
        return Optional.of(
                new Lut(firstMapped(descriptor[1], item.vr(descriptorTag).orElse(null), header), bits, values));
    }

    /// A descriptor cannot say 65536 in 16 bits: it says 0.
    static int entries(int[] descriptor) {
        int entries = descriptor[0] & 0xFFFF;
        return entries == 0 ? 0x10000 : entries;
    }

    static int firstMapped(int value, @Nullable Vr vr, ImageHeader header) {
        boolean signed = vr == Vr.SS || (vr != Vr.US && header.format().isSigned());
        return signed ? (short) value : value & 0xFFFF;
    }

    /// Data sets give their words little endian, whatever the order of the file.
    static int[] words(byte[] data, int most) {
        int[] values = new int[Math.min(most, data.length / 2)];
        for (int i = 0; i < values.length; i++) {
            values[i] = data[2 * i] & 0xFF | (data[2 * i + 1] & 0xFF) << 8;
        }
        return values;
    }
}
