package org.readingroom.services.reading;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.Study;

/// One row of the worklist.
///
/// `pinyin` is the patient's name as spoken, lower case without tones: `wang xiao dong`; `initials` its first
/// letters: `wxd`. `changed` is when the state was reached, null for a study nobody has touched; `reader`
/// is the display name of who did it, empty then; `signers` are the login names of all who signed here
/// and are done with it. `awaited` is what the report waits for that `state` does not say; null for nothing.
/// `formalDue` is until when a formal report is to take the place of the temporary one that
/// stands; null when none stands.
/// `searchText` is what [WorklistFilter] looks through.
public record WorklistItem(
        Study study,
        ReadingState state,
        ReadingPriority priority,
        String pinyin,
        String initials,
        @Nullable Instant changed,
        String reader,
        String searchText,
        Set<String> signers,
        @Nullable Awaited awaited,
        @Nullable Instant formalDue) {
    public WorklistItem {
        signers = Set.copyOf(signers);
    }

    /// A study whose report waits for nothing beside its next stage.
    public WorklistItem(
            Study study,
            ReadingState state,
            ReadingPriority priority,
            String pinyin,
            String initials,
            @Nullable Instant changed,
            String reader,
            String searchText,
            Set<String> signers) {
        this(study, state, priority, pinyin, initials, changed, reader, searchText, signers, null, null);
    }

    /// A study that nobody has signed here.
    public WorklistItem(
            Study study,
            ReadingState state,
            ReadingPriority priority,
            String pinyin,
            String initials,
            @Nullable Instant changed,
            String reader,
            String searchText) {
        this(study, state, priority, pinyin, initials, changed, reader, searchText, Set.of(), null, null);
    }

    WorklistItem signedBy(Set<String> loginNames) {
        return new WorklistItem(
                study, state, priority, pinyin, initials, changed, reader, searchText, loginNames, awaited, formalDue);
    }

    public WorklistItem waitingFor(@Nullable Awaited what) {
        return new WorklistItem(
                study, state, priority, pinyin, initials, changed, reader, searchText, signers, what, formalDue);
    }

    public WorklistItem formalDue(@Nullable Instant due) {
        return new WorklistItem(
                study, state, priority, pinyin, initials, changed, reader, searchText, signers, awaited, due);
    }
}
