package org.readingroom.viewer.dicom;

import java.util.Optional;

/// Value representations.
///
/// **Source:** DICOM PS3.5 section 6.2.
public enum Vr {
    AE(Kind.TEXT, 1),
    AS(Kind.TEXT, 1),
    AT(Kind.TAG, 2),
    CS(Kind.TEXT, 1),
    DA(Kind.TEXT, 1),
    DS(Kind.TEXT, 1),
    DT(Kind.TEXT, 1),
    FL(Kind.FLOAT, 4),
    FD(Kind.FLOAT, 8),
    IS(Kind.TEXT, 1),
    LO(Kind.TEXT, 1),
    LT(Kind.TEXT, 1),
    OB(Kind.UNSIGNED, 1),
    OD(Kind.FLOAT, 8),
    OF(Kind.FLOAT, 4),
    OL(Kind.UNSIGNED, 4),
    OV(Kind.UNSIGNED, 8),
    OW(Kind.UNSIGNED, 2),
    PN(Kind.TEXT, 1),
    SH(Kind.TEXT, 1),
    SL(Kind.SIGNED, 4),
    SQ(Kind.ITEMS, 1),
    SS(Kind.SIGNED, 2),
    ST(Kind.TEXT, 1),
    SV(Kind.SIGNED, 8),
    TM(Kind.TEXT, 1),
    UC(Kind.TEXT, 1),
    UI(Kind.TEXT, 1),
    UL(Kind.UNSIGNED, 4),
    UN(Kind.UNSIGNED, 1),
    UR(Kind.TEXT, 1),
    US(Kind.UNSIGNED, 2),
    UT(Kind.TEXT, 1),
    UV(Kind.UNSIGNED, 8);

    enum Kind {
        TEXT,
        TAG,
        UNSIGNED,
        SIGNED,
        FLOAT,
        ITEMS
    }

    private static final Vr[] VALUES = values();

    private final Kind kind;
    private final int width;

    Vr(Kind kind, int width) {
        this.kind = kind;
        this.width = width;
    }

    static Optional<Vr> of(String name) {
        return name.length() == 2 ? Optional.ofNullable(of(name.charAt(0), name.charAt(1))) : Optional.empty();
    }

    static @org.jspecify.annotations.Nullable Vr of(int first, int second) {
        for (Vr vr : VALUES) {
            if (vr.name().charAt(0) == first && vr.name().charAt(1) == second) {
                return vr;
            }
        }
        return null;
    }

    Kind kind() {
        return kind;
    }

    /// Bytes of one number; the unit in which byte order turns.
    int width() {
        return kind == Kind.TAG ? 2 : width;
    }

    /// Text whose bytes follow Specific Character Set (0008,0005).
    public boolean followsCharacterSet() {
        return switch (this) {
            case LO, LT, PN, SH, ST, UC, UT -> true;
            default -> false;
        };
    }

    /// Raw bytes or words rather than values.
    public boolean isBinary() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, UN -> true;
            default -> false;
        };
    }

    /// Text that is one value whatever backslashes it holds.
    boolean isOneText() {
        return this == LT || this == ST || this == UT || this == UR;
    }

    /// Whether explicit encodings give the length in four bytes after two reserved ones.
    boolean hasLongHeader() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            default -> false;
        };
    }
}
