package org.readingroom.services.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody looks for among the signed reports. All of it must hold.
///
/// `words` are terms as [FoldedText#terms] cuts them; `modality` is a DICOM code, empty for any; `from` and `until`
/// are days on which the study was made, both included; `author` is part of the signer's name, empty for anybody.
public record ReportQuery(
        String words,
        String modality,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String author) {
    public static ReportQuery of(String words) {
        return new ReportQuery(words, "", null, null, "");
    }
}
