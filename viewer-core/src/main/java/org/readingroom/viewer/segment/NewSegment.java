package org.readingroom.viewer.segment;

import java.util.List;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.mask.PlacedMask;

/// A segment to be written: what it is called, how it was found, where it lies.
///
/// `algorithm` is empty for what was drawn by hand, else a phrase with its settings, such as
/// `Region growing, ≥ 120 HU`. `trackingUid` names the region for ever.
public record NewSegment(String label, String algorithm, int rgb, String trackingUid, List<PlacedMask> slices) {
    /// What nobody has said more of.
    ///
    /// **Source:** DICOM PS3.16 context groups 7150 and 7151, both of which hold it.
    public static final CodedEntry TISSUE = new CodedEntry("85756007", "SCT", "", "Tissue");

    public NewSegment {
        slices = List.copyOf(slices);
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("a segment of nothing");
        }
    }

    public boolean isManual() {
        return algorithm.isEmpty();
    }
}
