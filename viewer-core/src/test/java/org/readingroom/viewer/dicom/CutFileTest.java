package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.phantom.CtChestPhantom;

/// A file cut anywhere is read as far as it goes, and says so; between two elements nobody can tell.
// [utest->req~dicom.read.damaged~1]
class CutFileTest {
    @Test
    void whereverItIsCutItIsReadOrRefused() {
        byte[] whole = new CtChestPhantom(8, 3, 20, 20, 0).instance(1).toBytes();
        int read = 0;
        for (int length = 0; length < whole.length; length++) {
            try {
                DicomFile file = DicomReader.read(Arrays.copyOf(whole, length));
                read++;
                boolean isBeforePixels = file.pixelData().isEmpty();
                assertTrue(isBeforePixels || file.has(Defect.Kind.TRUNCATED), "cut at " + length);
            } catch (DicomException e) {
                // Refused in words.
            }
        }
        assertTrue(read > whole.length / 2);
    }
}
