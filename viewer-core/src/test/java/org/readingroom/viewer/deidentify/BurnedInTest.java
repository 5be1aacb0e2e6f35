package org.readingroom.viewer.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

// [utest->req~export.deidentify~1]
class BurnedInTest {
    /// The second overlay group is one as well; its bitmap may be a name.
    @Test
    void anOverlayMayBeWords() {
        assertEquals(BurnedIn.UNLIKELY, BurnedIn.of(radiograph().build()));
        for (int tag : new int[] {0x60003000, 0x60023000, 0x601E3000}) {
            assertEquals(
                    BurnedIn.POSSIBLE,
                    BurnedIn.of(radiograph().bytes(tag, Vr.OW, new byte[32]).build()));
        }
    }

    private static DataSetBuilder radiograph() {
        return DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.1")
                .text(Tag.MODALITY, Vr.CS, "CR")
                .bytes(Tag.ROWS, Vr.US, new byte[] {16, 0});
    }
}
