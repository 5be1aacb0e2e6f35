package org.readingroom.viewer.recist;

import java.util.List;

/// Lesions against studies with what the rules make of them: a computed proposal, never a verdict.
///
/// `notes` are what keeps the choice of targets from being one by the rules; no response is proposed then.
public record RecistTable(FollowUp followUp, List<RecistColumn> columns, List<RecistNote> notes) {
    public RecistTable {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }
}
