package org.readingroom.viewer.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;

/// A segmentation as readable text, each segment with its volume.
public final class SegmentationOutline {
    private SegmentationOutline() {}

    /// `masks` may be empty when the pixels could not be read: then there are no volumes.
    public static OutlineNode of(Segmentation segmentation, Map<Integer, PatientMask> masks) {
        List<OutlineNode> lines = new ArrayList<>();
        lines.add(OutlineNode.of(
                Phrase.key("viewer.segment.kind"),
                Phrase.key("viewer.segment.kind." + segmentation.kind().name().toLowerCase(Locale.ROOT))));
        segmentation.warningKeys().forEach(key -> lines.add(OutlineNode.of(Phrase.key(key), Phrase.NONE)));
        for (Segment segment : segmentation.segments()) {
            if (!segment.isBackground()) {
                lines.add(segment(segmentation, segment, masks));
            }
        }
        return OutlineNode.of(
                        Phrase.key("viewer.segment.title"),
                        segmentation.label().isEmpty() ? segmentation.description() : segmentation.label())
                .with(lines);
    }

    private static OutlineNode segment(Segmentation segmentation, Segment segment, Map<Integer, PatientMask> masks) {
        List<OutlineNode> lines = new ArrayList<>();
        PatientMask mask = masks.get(segment.number());
        OutlineNode node = OutlineNode.of(
                        Phrase.key("viewer.segment.segment", Integer.toString(segment.number())), segment.name())
                .withFact("number", Integer.toString(segment.number()))
                .withFact("rgb", "#%06X".formatted(segment.rgb()));
        Optional<Double> ml = mask == null ? Optional.empty() : segmentation.volumeMl(mask);
        ml.ifPresent(volume -> lines.add(
                OutlineNode.of(Phrase.key("viewer.segment.volume"), String.format(Locale.ROOT, "%.2f mL", volume))
                        .withFact("volumeMl", String.format(Locale.ROOT, "%.6f", volume))));
        String type = java.util.stream.Stream.of(segment.category(), segment.type())
                .flatMap(java.util.Optional::stream)
                .map(CodedEntry::text)
                .distinct()
                .collect(Collectors.joining(", "));
        add(lines, "viewer.segment.type", type);
        add(
                lines,
                "viewer.segment.region",
                segment.anatomicRegions().stream().map(CodedEntry::text).collect(Collectors.joining(", ")));
        if (!segment.algorithmType().isEmpty()) {
            add(
                    lines,
                    "viewer.segment.made",
                    (segment.algorithmType().toLowerCase(Locale.ROOT) + " " + segment.algorithmName()).strip());
        }
        return node.with(lines);
    }

    private static void add(List<OutlineNode> lines, String key, String text) {
        if (!text.isEmpty()) {
            lines.add(OutlineNode.of(Phrase.key(key), text));
        }
    }
}
