package org.readingroom.report.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SentenceId;

/// Two reports brought together. Where there are conflicts, `merged` says what mine says.
///
/// **Order:** conflicts as they are read in the report.
public record MergeResult(Report merged, List<MergeConflict> conflicts) {
    public MergeResult {
        conflicts = List.copyOf(conflicts);
    }

    public boolean isClean() {
        return conflicts.isEmpty();
    }

    /// The same with one conflict decided for theirs; one decided for mine needs no change, see [#decidedForMine].
    ///
    /// **Errors:** [IllegalArgumentException] when `conflict` is none of these, or is about the order.
    public MergeResult decidedForTheirs(MergeConflict conflict) {
        check(conflict);
        SentenceId id = conflict.sentence();
        if (id == null) {
            throw new IllegalArgumentException("an order is settled by hand");
        }
        ReportSentence theirs = conflict.theirs();
        Section section = merged.section(conflict.section());
        List<ReportSentence> sentences = new ArrayList<>();
        boolean isThere = false;
        for (ReportSentence sentence : section.sentences()) {
            if (!sentence.id().equals(id)) {
                sentences.add(sentence);
            } else if (theirs != null) {
                sentences.add(theirs);
                isThere = true;
            }
        }
        if (theirs != null && !isThere) {
            sentences.add(theirs);
        }
        return new MergeResult(merged.with(new Section(section.kind(), sentences)), without(conflict));
    }

    /// The same with one conflict decided for what stands there.
    public MergeResult decidedForMine(MergeConflict conflict) {
        check(conflict);
        return new MergeResult(merged, without(conflict));
    }

    private void check(MergeConflict conflict) {
        if (!conflicts.contains(conflict)) {
            throw new IllegalArgumentException("no conflict of these");
        }
    }

    private List<MergeConflict> without(MergeConflict conflict) {
        List<MergeConflict> left = new ArrayList<>(conflicts);
        left.remove(Objects.requireNonNull(conflict));
        return left;
    }
}
