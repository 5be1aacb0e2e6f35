package org.readingroom.viewer.dicom;

import java.util.List;
import java.util.Optional;

/// How the elements of a data set are written: with or without value representation, in which byte order.
enum Encoding {
    EXPLICIT_LITTLE(true, false, TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
    IMPLICIT_LITTLE(false, false, TransferSyntax.IMPLICIT_LITTLE_ENDIAN),
    EXPLICIT_BIG(true, true, TransferSyntax.EXPLICIT_BIG_ENDIAN),
    /// Never standard, and found all the same.
    IMPLICIT_BIG(false, true, TransferSyntax.EXPLICIT_BIG_ENDIAN);

    private final boolean isExplicit;
    private final boolean isBigEndian;
    private final TransferSyntax plainSyntax;

    Encoding(boolean isExplicit, boolean isBigEndian, TransferSyntax plainSyntax) {
        this.isExplicit = isExplicit;
        this.isBigEndian = isBigEndian;
        this.plainSyntax = plainSyntax;
    }

    static Encoding of(TransferSyntax syntax) {
        if (syntax.isBigEndian()) {
            return EXPLICIT_BIG;
        }
        return syntax.isExplicit() ? EXPLICIT_LITTLE : IMPLICIT_LITTLE;
    }

    boolean isExplicit() {
        return isExplicit;
    }

    boolean isBigEndian() {
        return isBigEndian;
    }

    /// The transfer syntax of uncompressed data in this encoding.
    TransferSyntax plainSyntax() {
        return plainSyntax;
    }

    /// The encoding in which the bytes at `at` begin a data set of standard attributes, if any does.
    static Optional<Encoding> seenAt(ByteSlice source, long at) {
        for (Encoding encoding : values()) {
            if (encoding.fits(source, at)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /// Whether the first element is a known one with a length that the bytes can hold and an element after it.
    boolean fits(ByteSlice source, long at) {
        if (source.length() - at < 8) {
            return false;
        }
        int group = source.unsignedShort(at, isBigEndian);
        int tag = group << 16 | source.unsignedShort(at + 2, isBigEndian);
        if (group < 0x0002 || group > 0x7FE0 || (group & 1) == 1 || !Dictionary.knows(tag)) {
            return false;
        }
        if (isExplicit && Vr.of(source.unsignedByte(at + 4), source.unsignedByte(at + 5)) == null) {
            return false;
        }
        ElementHeader header =
                ElementHeader.read(source, at, source.length(), tag, isExplicit, isBigEndian, false, List.of());
        return header.leadsOn(source, source.length(), isBigEndian);
    }
}
