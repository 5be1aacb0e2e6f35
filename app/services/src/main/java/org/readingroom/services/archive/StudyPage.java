package org.readingroom.services.archive;

import java.util.List;
import org.readingroom.viewer.model.Study;

/// Some of the studies found. `next` is the offset to go on from, -1 when there are no more.
public record StudyPage(List<Study> studies, int next) {
    public StudyPage {
        studies = List.copyOf(studies);
    }
}
