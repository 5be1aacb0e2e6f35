package org.readingroom.viewer.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.viewer.dicom.DicomTimes;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;

/// A structure set as readable text, each closed region with its volume.
public final class StructureSetOutline {
    private StructureSetOutline() {}

    public static OutlineNode of(StructureSet set) {
        List<OutlineNode> lines = new ArrayList<>();
        DicomTimes.date(set.date())
                .ifPresent(date -> lines.add(OutlineNode.of(Phrase.key("viewer.structure.date"), date.toString())));
        set.warningKeys().forEach(key -> lines.add(OutlineNode.of(Phrase.key(key), Phrase.NONE)));
        set.rois().forEach(roi -> lines.add(roi(roi)));
        return OutlineNode.of(Phrase.key("viewer.structure.title"), set.label().isEmpty() ? set.name() : set.label())
                .with(lines);
    }

    private static OutlineNode roi(Roi roi) {
        List<OutlineNode> lines = new ArrayList<>();
        if (!roi.interpretedType().isEmpty()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.structure.type"), roi.interpretedType()));
        }
        lines.add(OutlineNode.of(
                Phrase.key("viewer.structure.contours"),
                Integer.toString(roi.contours().size())));
        Optional<RoiMask> mask = RoiMask.of(roi);
        mask.flatMap(RoiMask::volumeMl)
                .ifPresent(volume -> lines.add(OutlineNode.of(
                                Phrase.key("viewer.segment.volume"), String.format(Locale.ROOT, "%.2f mL", volume))
                        .withFact("volumeMl", String.format(Locale.ROOT, "%.6f", volume))));
        if (mask.isPresent() && mask.get().leftOut() > 0) {
            lines.add(OutlineNode.of(
                    Phrase.key(
                            "viewer.structure.left-out",
                            Integer.toString(mask.get().leftOut())),
                    Phrase.NONE));
        }
        return OutlineNode.of(Phrase.key("viewer.structure.roi", Integer.toString(roi.number())), roi.label())
                .withFact("number", Integer.toString(roi.number()))
                .withFact("rgb", "#%06X".formatted(roi.rgb()))
                .with(lines);
    }
}
