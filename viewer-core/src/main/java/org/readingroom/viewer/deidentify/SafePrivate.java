package org.readingroom.viewer.deidentify;

import java.util.Map;
import org.readingroom.viewer.deidentify.DeidentificationReport.Outcome;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Private attributes known to hold numbers of physics and nothing of a person; only these stay.
///
/// **Source:** DICOM PS3.15 table E.3.10-1, of which these are the ones that pictures and measurements need.
final class SafePrivate {
    /// Creator and group, to the elements of its block and their value representation.
    private static final Map<String, Map<Integer, Vr>> SAFE = Map.of(
            "7053 Philips PET Private Group", Map.of(0x00, Vr.DS, 0x09, Vr.DS),
            "0019 SIEMENS MR HEADER", Map.of(0x0C, Vr.IS, 0x0E, Vr.FD, 0x27, Vr.FD),
            "2001 Philips Imaging DD 001", Map.of(0x03, Vr.FL),
            "0043 GEMS_PARM_01", Map.of(0x39, Vr.IS),
            "0019 GEMS_ACQU_01", Map.of(0xBB, Vr.DS, 0xBC, Vr.DS, 0xBD, Vr.DS));

    private SafePrivate() {}

    static void keep(DataSet original, DataSetBuilder built, DeidentificationReport report) {
        for (int tag : original.tags()) {
            int block = tag & 0xFFFF;
            if (!Tag.isPrivate(tag) || block < 0x10 || block > 0xFF) {
                continue;
            }
            String creator = original.string(tag).orElse("").strip();
            Map<Integer, Vr> elements = SAFE.get("%04X %s".formatted(Tag.group(tag), creator));
            if (elements == null) {
                continue;
            }
            boolean[] isAny = {false};
            elements.forEach((element, vr) -> {
                int place = tag & 0xFFFF0000 | block << 8 | element;
                Vr told = original.vr(place).orElse(Vr.SQ);
                if ((told == vr || told == Vr.UN)
                        && original.length(place) > 0
                        && isNumeric(vr, original.bytes(place))) {
                    built.bytes(place, vr, original.bytes(place));
                    report.note(place, Outcome.KEPT);
                    isAny[0] = true;
                }
            });
            if (isAny[0]) {
                built.text(tag, Vr.LO, creator);
            }
        }
    }

    /// Text among them must be numbers and nothing else.
    private static boolean isNumeric(Vr vr, byte[] raw) {
        if (vr != Vr.DS && vr != Vr.IS) {
            return true;
        }
        for (byte b : raw) {
            if ("0123456789+-.eE\\ ".indexOf(b) < 0 && b != 0) {
                return false;
            }
        }
        return true;
    }
}
