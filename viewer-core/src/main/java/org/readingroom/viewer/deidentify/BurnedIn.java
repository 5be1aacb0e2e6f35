package org.readingroom.viewer.deidentify;

import java.util.Arrays;
import java.util.Set;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Whether the pixels themselves may say who it is.
///
/// **Source:** DICOM PS3.3 section C.7.6.1.1, Burned In Annotation (0028,0301); PS3.15 section E.3.1.
// [impl->req~export.burned-in~1]
public enum BurnedIn {
    /// Said to be free of it, or of a kind whose pixels come from a detector.
    UNLIKELY,
    /// Nothing is said, and pictures of this kind often carry names.
    POSSIBLE,
    /// The object says that its pixels hold identifying words.
    STATED;

    /// Screens, scans of paper, cameras, ultrasound and what is written by a program about a person.
    private static final Set<String> RISKY = Set.of(
            "US", "SC", "OT", "ES", "XC", "GM", "IVUS", "OP", "OPT", "DOC", "HC", "TG", "RF", "XA", "EPS", "HD", "BMD",
            "BDUS", "LS", "DMS", "IO", "PX", "SM");

    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final int CONVERSION_TYPE = 0x00080064;
    private static final int OVERLAY_DATA = 0x60003000;

    public static BurnedIn of(DataSet dataSet) {
        String said = dataSet.string(Tag.BURNED_IN_ANNOTATION).orElse("").strip();
        if (said.equals("YES")) {
            return STATED;
        }
        if (said.equals("NO") || !dataSet.contains(Tag.ROWS)) {
            return UNLIKELY;
        }
        String sopClass = dataSet.string(Tag.SOP_CLASS_UID).orElse("");
        boolean isCaptured = sopClass.equals(SECONDARY_CAPTURE)
                || sopClass.startsWith(SECONDARY_CAPTURE + ".")
                || dataSet.contains(CONVERSION_TYPE);
        boolean isRisky = RISKY.contains(dataSet.string(Tag.MODALITY).orElse(""));
        boolean isScreen =
                dataSet.strings(Tag.IMAGE_TYPE).contains("SECONDARY") && !dataSet.contains(Tag.PIXEL_SPACING);
        return isCaptured || isRisky || isScreen || hasOverlay(dataSet) ? POSSIBLE : UNLIKELY;
    }

    /// A bitmap over the pixels, which a picture shows: it may be words.
    private static boolean hasOverlay(DataSet dataSet) {
        return Arrays.stream(dataSet.tags()).anyMatch(tag -> (tag & 0xFFE1FFFF) == OVERLAY_DATA);
    }
}
