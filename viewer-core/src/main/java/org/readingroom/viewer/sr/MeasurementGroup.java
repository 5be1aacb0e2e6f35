package org.readingroom.viewer.sr;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;

/// One measured thing: what it is, where, its numbers, and the shapes they were taken from.
///
/// Texts are empty and lists are empty where the document says nothing.
///
/// **Source:** DICOM PS3.16 TID 1410, 1411, 1501.
public record MeasurementGroup(
        String path,
        String trackingIdentifier,
        String trackingUid,
        Optional<CodedEntry> finding,
        List<CodedEntry> findingSites,
        List<Quantity> quantities,
        List<Quality> qualities,
        List<Region> regions) {
    public MeasurementGroup {
        findingSites = List.copyOf(findingSites);
        quantities = List.copyOf(quantities);
        qualities = List.copyOf(qualities);
        regions = List.copyOf(regions);
    }

    /// A measured number, with what narrows its meaning (mean, maximum, method) and its own shapes.
    public record Quantity(
            CodedEntry name, ContentValue.Numeric value, List<CodedEntry> modifiers, List<Region> regions) {
        public Quantity {
            modifiers = List.copyOf(modifiers);
            regions = List.copyOf(regions);
        }
    }

    /// A coded statement, such as the margin of a nodule.
    public record Quality(CodedEntry name, CodedEntry value) {}

    /// A shape on an image or in the patient, or a segment.
    ///
    /// `shape` is a [ContentValue.Shape], [ContentValue.Shape3d] or [ContentValue.Image] of a segmentation.
    /// `image` is what a shape was drawn on.
    public record Region(ContentValue shape, Optional<InstanceReference> image) {}
}
