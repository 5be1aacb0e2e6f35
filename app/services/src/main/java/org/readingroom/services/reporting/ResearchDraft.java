package org.readingroom.services.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.readingroom.report.research.ResearchCase;
import org.readingroom.report.research.ResearchCsv;
import org.readingroom.report.research.ResearchFields;
import org.readingroom.report.research.ResearchTable;
import org.readingroom.report.research.SmallGroups;
import org.readingroom.viewer.model.StudyUid;

/// A table that is ready to leave, and what is to be known of it before it does.
///
/// `studies` are those it was made of, for the trail. `unreadable` reports could not be opened and are
/// not in it.
public record ResearchDraft(
        ResearchCase of,
        ResearchTable table,
        Set<StudyUid> studies,
        int unreadable,
        SmallGroups small,
        String csv,
        String dictionary) {
    public ResearchDraft {
        studies = Set.copyOf(studies);
    }

    static ResearchDraft of(
            ResearchCase of,
            ResearchTable table,
            Set<StudyUid> studies,
            int unreadable,
            int leastGroup,
            ResearchFields fields) {
        return new ResearchDraft(
                of,
                table,
                studies,
                unreadable,
                SmallGroups.of(table, of.project().dates(), leastGroup),
                ResearchCsv.table(table),
                ResearchCsv.dictionary(table, fields));
    }

    public int rows() {
        return table.rows().size();
    }

    /// The SHA-256 of the table as it is written, in hexadecimal.
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
