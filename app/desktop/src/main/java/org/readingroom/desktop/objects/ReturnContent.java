package org.readingroom.desktop.objects;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationJson;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.returned.ReportedMark;
import org.readingroom.viewer.sr.KeyObjects;

/// What an object is made of, to the letter: the same bytes make no second object.
///
/// Marks count with their places and labels, and with whether their values were there; not with the
/// window they are seen under, nor the unit that values are read in.
final class ReturnContent {
    private ReturnContent() {}

    /// `slots` are of all regions that are told of, `regions` of those on the desk.
    static byte[] of(StudyUid study, List<ReportedMark> marks, Set<String> slots, List<RegionToReturn> regions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(AnnotationJson.write(new AnnotationDocument(
                study, marks.stream().map(ReportedMark::annotation).toList())));
        StringBuilder rest = new StringBuilder();
        for (ReportedMark mark : marks) {
            if (mark.annotation().measuresValues()) {
                rest.append(MarkValues.areThere(mark.measured()) ? '1' : '0');
            }
        }
        slots.stream().sorted().forEach(slot -> rest.append('\n').append(slot));
        // what was drawn may be drawn anew in its slot; what was grown never changes
        regions.stream()
                .filter(region -> region.algorithm().isEmpty())
                .forEach(region -> rest.append('\n').append(region.content()));
        all.writeBytes(rest.toString().getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    static byte[] of(RegionToReturn region) {
        return (region.content() + "\n" + region.name()).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(KeyObjects selection) {
        return (selection.references() + "\n" + selection.description()).getBytes(StandardCharsets.UTF_8);
    }

    /// Everything a view looks like: asked for by hand, so each new look is kept.
    static byte[] ofLook(PresentationState state) {
        String look = state.images() + "\n" + state.vois() + "\n" + state.isInverse() + "\n" + state.transform() + "\n"
                + state.areas() + "\n" + state.annotations();
        return look.getBytes(StandardCharsets.UTF_8);
    }
}
