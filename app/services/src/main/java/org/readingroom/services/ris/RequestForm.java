package org.readingroom.services.ris;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader wants to know of an order: why, by whom, and what is known of the patient.
public record RequestForm(
        String orderId,
        String reason,
        String clinicalHistory,
        String diagnosis,
        String department,
        String requester,
        @Nullable Instant requested,
        List<Laboratory> laboratory,
        List<EarlierReport> reports,
        List<String> warnings) {
    public RequestForm {
        laboratory = List.copyOf(laboratory);
        reports = List.copyOf(reports);
        warnings = List.copyOf(warnings);
    }

    /// `interpretation` is the code the laboratory gave, such as `H`; `range` in its words.
    public record Laboratory(
            String name,
            String value,
            String unit,
            String range,
            String interpretation,
            @Nullable Instant at) {}

    public record EarlierReport(
            String id, String title, @Nullable Instant issued, String conclusion) {}
}
