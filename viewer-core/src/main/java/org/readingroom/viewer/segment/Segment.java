package org.readingroom.viewer.segment;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;

/// One segment as the file describes it.
///
/// `rgb` is 0xRRGGBB: the recommended colour, else one of ours. `algorithmType` is MANUAL, SEMIAUTOMATIC, AUTOMATIC
/// or empty. Texts are empty where the file says nothing.
///
/// **Source:** DICOM PS3.3 sections C.8.20.2 and C.8.20.4.
public record Segment(
        int number,
        String label,
        String description,
        Optional<CodedEntry> category,
        Optional<CodedEntry> type,
        List<CodedEntry> anatomicRegions,
        String algorithmType,
        String algorithmName,
        String trackingIdentifier,
        String trackingUid,
        int rgb,
        boolean isBackground) {
    public Segment {
        anatomicRegions = List.copyOf(anatomicRegions);
    }

    /// What a list calls it: its label, else the meaning of its type, else its number.
    public String name() {
        return !label.isEmpty() ? label : type.map(CodedEntry::text).orElseGet(() -> Integer.toString(number));
    }
}
