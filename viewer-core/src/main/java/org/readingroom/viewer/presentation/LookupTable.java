package org.readingroom.viewer.presentation;

import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// A look-up table as it stands in a presentation state.
///
/// **Range:** entries are 0 to 2^`bits` - 1.
/// **Owner:** `values` are shared and never written.
/// **Source:** DICOM PS3.3 sections C.11.1.1.1, C.11.2.1.1, C.11.6.1.1.
@SuppressWarnings("ArrayRecordComponent") // read per value, never compared
record LookupTable(int firstMapped, int bits, int[] values, String explanation) {
    /// The table an item holds; nothing when descriptor and data do not fit each other.
    static Optional<LookupTable> of(DataSet item) {
        return of(item, Tag.LUT_DESCRIPTOR, Tag.LUT_DATA);
    }

    static Optional<LookupTable> of(DataSet item, int descriptorTag, int dataTag) {
        int[] descriptor = item.integers(descriptorTag);
        byte[] data = item.bytes(dataTag);
        if (descriptor.length != 3) {
            return Optional.empty();
        }
        int entries = (descriptor[0] & 0xFFFF) == 0 ? 0x10000 : descriptor[0] & 0xFFFF;
        int bits = descriptor[2] & 0xFFFF;
        boolean isPacked = data.length >= entries && data.length < 2 * entries;
        if (bits < 1 || bits > 16 || data.length < entries) {
            return Optional.empty();
        }
        int[] values = new int[entries];
        for (int i = 0; i < entries; i++) {
            values[i] = isPacked ? data[i] & 0xFF : data[2 * i] & 0xFF | (data[2 * i + 1] & 0xFF) << 8;
        }
        boolean isSigned = item.vr(descriptorTag).filter(vr -> vr == Vr.SS).isPresent();
        int first = isSigned ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
        return Optional.of(new LookupTable(
                first, bits, values, item.string(Tag.LUT_EXPLANATION).orElse("")));
    }

    /// The entry for an input of 0 to 1, as 0 to 1: the first entry stands for 0, the last for 1.
    double at(double input) {
        int index = (int) Math.round(input * (values.length - 1));
        return Math.min(1, values[Math.clamp(index, 0, values.length - 1)] / (double) ((1 << bits) - 1));
    }
}
