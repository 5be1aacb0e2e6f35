package org.readingroom.viewer.dicom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tag, value representation and length of one element, whichever of the encodings it is in.
///
/// `length` may be undefined or beyond what is there; `valueAt` never is. `isExplicit` is the encoding of what
/// the element holds, which for UN is implicit.
///
/// **Source:** DICOM PS3.5 sections 7.1.2, 7.1.3 and 6.2.2.
record ElementHeader(int tag, Vr vr, long length, long valueAt, boolean isExplicit) {

    /// Reads the header at `at`; at least eight bytes must be left before `end`.
    static ElementHeader read(
            ByteSlice source,
            long at,
            long end,
            int tag,
            boolean isExplicit,
            boolean isBigEndian,
            boolean isSigned,
            List<Defect> defects) {
        if (!isExplicit) {
            return implicit(source, at, tag, isBigEndian, isSigned);
        }
        int first = source.unsignedByte(at + 4);
        int second = source.unsignedByte(at + 5);
        @Nullable Vr vr = Vr.of(first, second);
        if (vr == null) {
            return unknown(source, at, end, tag, isBigEndian, isSigned, defects, isLetter(first) && isLetter(second));
        }
        if (!vr.hasLongHeader()) {
            return new ElementHeader(tag, vr, source.unsignedShort(at + 6, isBigEndian), at + 8, true);
        }
        if (end - at < 12) {
            return new ElementHeader(tag, vr, DataSetParser.UNDEFINED - 1, end, true);
        }
        long length = source.unsignedInt(at + 8, isBigEndian);
        if (vr != Vr.UN) {
            return new ElementHeader(tag, vr, length, at + 12, true);
        }
        // What UN holds is in implicit encoding; a standard attribute gets its own representation back.
        boolean isUndefined = length == DataSetParser.UNDEFINED;
        Vr meant = isUndefined && tag != Tag.PIXEL_DATA ? Vr.SQ : Dictionary.vr(tag, isSigned);
        return new ElementHeader(tag, Tag.isPrivate(tag) && !isUndefined ? Vr.UN : meant, length, at + 12, false);
    }

    private static ElementHeader implicit(ByteSlice source, long at, int tag, boolean isBigEndian, boolean isSigned) {
        long length = source.unsignedInt(at + 4, isBigEndian);
        Vr vr = Dictionary.vr(tag, isSigned);
        boolean isSequence = length == DataSetParser.UNDEFINED && vr == Vr.UN;
        return new ElementHeader(tag, isSequence ? Vr.SQ : vr, length, at + 8, false);
    }

    private static boolean isLetter(int c) {
        return c >= 'A' && c <= 'Z';
    }

    /// Two bytes that are no known representation: one of the future, none at all, or noise. The reading whose
    /// length leads to a likely next element wins.
    private static ElementHeader unknown(
            ByteSlice source,
            long at,
            long end,
            int tag,
            boolean isBigEndian,
            boolean isSigned,
            List<Defect> defects,
            boolean isLetters) {
        ElementHeader asLong = end - at >= 12 && source.unsignedShort(at + 6, isBigEndian) == 0
                ? new ElementHeader(tag, Vr.UN, source.unsignedInt(at + 8, isBigEndian), at + 12, true)
                : null;
        ElementHeader asShort = new ElementHeader(tag, Vr.UN, source.unsignedShort(at + 6, isBigEndian), at + 8, true);
        ElementHeader asImplicit = implicit(source, at, tag, isBigEndian, isSigned);
        defects.add(new Defect(
                isLetters || !asImplicit.leadsOn(source, end, isBigEndian)
                        ? Defect.Kind.UNKNOWN_VR
                        : Defect.Kind.IMPLICIT_IN_EXPLICIT,
                tag,
                at));
        if (asLong != null && isLetters && asLong.leadsOn(source, end, isBigEndian)) {
            return asLong;
        }
        if (asShort.leadsOn(source, end, isBigEndian) && (isLetters || !asImplicit.leadsOn(source, end, isBigEndian))) {
            return asShort.withVr(Dictionary.vr(tag, isSigned));
        }
        return isLetters && asLong != null ? asLong : asImplicit;
    }

    private ElementHeader withVr(Vr known) {
        return new ElementHeader(tag, known == Vr.SQ ? Vr.UN : known, length, valueAt, isExplicit);
    }

    /// Whether the value ends within what is there, before an element of a higher tag or a delimiter.
    boolean leadsOn(ByteSlice source, long end, boolean isBigEndian) {
        if (length == DataSetParser.UNDEFINED) {
            return end - valueAt >= 8
                    && source.unsignedShort(valueAt, isBigEndian) == 0xFFFE
                    && source.unsignedShort(valueAt + 2, isBigEndian) == 0xE000;
        }
        long next = valueAt + length;
        if (next >= end || end - next < 8) {
            return next == end;
        }
        int group = source.unsignedShort(next, isBigEndian);
        int nextTag = group << 16 | source.unsignedShort(next + 2, isBigEndian);
        return group == 0xFFFE || group <= 0x7FE0 && Integer.compareUnsigned(nextTag, tag) > 0;
    }
}
