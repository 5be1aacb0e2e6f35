package org.readingroom.services.archive;

/// What a Failure Reason (0008,1197), or the status of a C-STORE, says to the person, and whether trying again can
/// help.
///
/// **Source:** PS3.3 C.14.1.1, PS3.4 table B.2-1, PS3.18 table I.2-2.
public final class StoreReason {
    private StoreReason() {}

    /// A line of the message bundles.
    public static String messageKey(int reason) {
        if (reason == 0x0122) {
            return "services.archive.class-not-supported";
        }
        if (reason == 0x0124) {
            return "services.archive.not-authorised";
        }
        if (reason == 0x0111) {
            return "services.archive.other-content";
        }
        return switch (reason >> 8) {
            case 0xA7 -> "services.archive.no-room";
            case 0xA9 -> "services.archive.not-understood";
            default -> reason >> 12 == 0xC ? "services.archive.not-understood" : "services.archive.refused";
        };
    }

    /// True when the same file will be refused again: only lack of room and a fault while processing pass.
    public static boolean isFinal(int reason) {
        return reason >> 8 != 0xA7 && reason != 0x0110;
    }
}
