package org.readingroom.services.reading;

import java.util.List;
import java.util.Set;
import org.readingroom.viewer.model.StudyUid;

/// What an import did. Nothing is left out silently: what was not taken is in `skipped` with the reason.
public record ImportSummary(
        int imported, int duplicates, List<Skipped> skipped, Set<StudyUid> studies, boolean isCancelled) {
    public ImportSummary {
        skipped = List.copyOf(skipped);
        studies = Set.copyOf(studies);
    }

    /// `path` is as given by the person, with `!` before a name inside an archive.
    public record Skipped(String path, String messageKey, List<Object> arguments) {
        public Skipped {
            arguments = List.copyOf(arguments);
        }
    }
}
