package org.readingroom.viewer.dicom;

import java.util.ArrayList;
import java.util.List;

/// Finds the fragments of encapsulated pixel data and its offset table.
///
/// **Source:** DICOM PS3.5 section A.4.
final class FragmentParser {
    /// chosen: more frames than any object has; a damaged length must not make a list of a whole file.
    private static final int MAX_OFFSETS = 1 << 20;

    private final ByteSlice source;
    private final boolean isBigEndian;
    private final List<Defect> defects;

    FragmentParser(ByteSlice source, boolean isBigEndian, List<Defect> defects) {
        this.source = source;
        this.isBigEndian = isBigEndian;
        this.defects = defects;
    }

    record Fragments(PixelData.Encapsulated pixelData, long end) {}

    /// Reads from `from`, where the item of the offset table is, to the delimiter or to `end`.
    Fragments parse(int tag, long from, long end) {
        List<ByteSlice> items = new ArrayList<>();
        long at = from;
        boolean isComplete = false;
        while (end - at >= 8) {
            int item = source.unsignedShort(at, isBigEndian) << 16 | source.unsignedShort(at + 2, isBigEndian);
            if (item == Tag.SEQUENCE_DELIMITATION_ITEM) {
                isComplete = true;
                at += 8;
                break;
            }
            if (item != Tag.ITEM) {
                break;
            }
            long length = source.unsignedInt(at + 4, isBigEndian);
            long held = Math.min(length, end - at - 8);
            items.add(source.slice(at + 8, held));
            at += 8 + held;
            if (held < length) {
                break;
            }
        }
        if (!isComplete) {
            Defect.Kind kind = at == source.length() ? Defect.Kind.TRUNCATED : Defect.Kind.PIXEL_DATA_BROKEN;
            defects.add(new Defect(kind, tag, at));
        }
        List<Long> offsets = items.isEmpty() ? List.of() : offsets(items.getFirst());
        List<ByteSlice> fragments = items.isEmpty() ? items : items.subList(1, items.size());
        return new Fragments(new PixelData.Encapsulated(tag, fragments, offsets, List.of(), List.of(), isComplete), at);
    }

    private List<Long> offsets(ByteSlice table) {
        List<Long> offsets = new ArrayList<>();
        for (long at = 0; table.length() - at >= 4 && offsets.size() < MAX_OFFSETS; at += 4) {
            offsets.add(table.unsignedInt(at, isBigEndian));
        }
        return offsets;
    }
}
