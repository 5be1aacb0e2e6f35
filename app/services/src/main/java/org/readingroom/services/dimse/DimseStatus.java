package org.readingroom.services.dimse;

/// How an operation ended, as the other side says.
///
/// **Source:** DICOM PS3.7 annex C.
public record DimseStatus(int code) {
    public static final DimseStatus SUCCESS = new DimseStatus(0);

    public boolean isSuccess() {
        return code == 0;
    }

    /// Done, and not quite as asked.
    public boolean isWarning() {
        return code == 0x0001 || code == 0x0107 || code == 0x0116 || code >>> 12 == 0xB;
    }

    public boolean isFailure() {
        return !isSuccess() && !isWarning() && !isPending();
    }

    public boolean isPending() {
        return code == 0xFF00 || code == 0xFF01;
    }

    /// Such as `C602`.
    public String text() {
        return "%04X".formatted(code);
    }
}
