package org.readingroom.viewer.sr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.model.FrameRef;

/// A key object selection: why, what was said about it, and which instances or frames are meant.
///
/// `title` is the reason, such as Of Interest or Rejected for Quality Reasons; `modifiers` tell it further.
///
/// **Order:** `references` as in the document, which is the order of importance.
/// **Source:** DICOM PS3.3 section A.35.4, PS3.16 TID 2010.
// [impl->req~sr.key-objects~1]
public record KeyObjects(
        CodedEntry title, List<CodedEntry> modifiers, String description, List<InstanceReference> references) {
    /// Key Object Selection Document Storage.
    public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.88.59";

    /// Document titles under which an image is set aside, not chosen.
    ///
    /// **Source:** DICOM PS3.16 context groups 7010 and 7011, IHE RAD TF-2 4.66 (IOCM).
    private static final List<String> REJECTIONS = List.of("113001", "113037", "113038", "113039");

    public KeyObjects {
        modifiers = List.copyOf(modifiers);
        references = List.copyOf(references);
    }

    /// The selection in `dataSet`; nothing for other objects.
    public static Optional<KeyObjects> of(DataSet dataSet) {
        return StructuredReportReader.read(dataSet)
                .filter(report -> report.sopClassUid().equals(SOP_CLASS))
                .map(KeyObjects::of);
    }

    static KeyObjects of(StructuredReport report) {
        List<ContentItem> items = report.root().children();
        return new KeyObjects(
                report.root().name().orElse(new CodedEntry("", "", "", "")),
                items.stream()
                        .filter(item -> item.isNamed("113011", "DCM"))
                        .flatMap(item -> item.value() instanceof ContentValue.Coded coded
                                ? Stream.of(coded.code())
                                : Stream.empty())
                        .toList(),
                items.stream()
                        .filter(item -> item.isNamed("113012", "DCM"))
                        .flatMap(item -> item.value() instanceof ContentValue.Text text
                                ? Stream.of(text.text())
                                : Stream.empty())
                        .collect(Collectors.joining("\n")),
                items.stream()
                        .map(KeyObjects::reference)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<InstanceReference> reference(ContentItem item) {
        return switch (item.value()) {
            case ContentValue.Image image -> Optional.of(image.reference());
            case ContentValue.Composite composite -> Optional.of(composite.reference());
            case ContentValue.Waveform waveform -> Optional.of(waveform.reference());
            default -> Optional.empty();
        };
    }

    /// True when the images are not to be used: rejected for quality or safety, outdated, or wrongly listed.
    public boolean isRejection() {
        return title.scheme().equals("DCM") && REJECTIONS.contains(title.value());
    }

    /// Whether `frame` is one of the chosen.
    public boolean covers(FrameRef frame) {
        return references.stream().anyMatch(reference -> reference.covers(frame));
    }
}
