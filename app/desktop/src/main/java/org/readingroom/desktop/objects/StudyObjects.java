package org.readingroom.desktop.objects;

import java.util.List;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.returned.ArchivedMark;
import org.readingroom.viewer.sr.KeyObjects;

/// What a study holds besides pictures. `archived` are what reports measured on its images; `unread`
/// counts objects that could not be read.
public record StudyObjects(
        List<StudyDocument> documents,
        List<KeyObjects> keyObjects,
        List<PresentationState> states,
        List<Region> regions,
        List<ArchivedMark> archived,
        int unread) {
    public static final StudyObjects NONE = new StudyObjects(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    /// Without measurements of reports.
    public StudyObjects(
            List<StudyDocument> documents,
            List<KeyObjects> keyObjects,
            List<PresentationState> states,
            List<Region> regions,
            int unread) {
        this(documents, keyObjects, states, regions, List.of(), unread);
    }

    public StudyObjects {
        documents = List.copyOf(documents);
        keyObjects = List.copyOf(keyObjects);
        states = List.copyOf(states);
        regions = List.copyOf(regions);
        archived = List.copyOf(archived);
    }
}
