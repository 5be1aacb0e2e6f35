package org.readingroom.services.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.Study;

/// One row of the worklist.
///
/// `pinyin` is the patient's name as spoken, lower case without tones: `wang xiao dong`; `initials` its first
/// letters: `wxd`. `changed` is when the state was reached, null for a study nobody has touched; `reader`
/// is the display name of who did it, empty then. `searchText` is what [WorklistFilter] looks through.
public record WorklistItem(
        Study study,
        ReadingState state,
        ReadingPriority priority,
        String pinyin,
        String initials,
        @Nullable Instant changed,
        String reader,
        String searchText) {}
