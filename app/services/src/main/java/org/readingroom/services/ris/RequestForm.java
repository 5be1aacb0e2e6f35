package org.readingroom.services.ris;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a reader wants to know of an order: why, by whom, and what is known of the patient.
///
/// `warnings` are in the hospital's words, such as allergies. `withheld` are the parts that the server did not show to
/// this desk: their emptiness says nothing of the patient.
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
        List<String> warnings,
        Set<Part> withheld) {
    public RequestForm {
        laboratory = List.copyOf(laboratory);
        reports = List.copyOf(reports);
        warnings = List.copyOf(warnings);
        withheld = Set.copyOf(withheld);
    }

    /// A form of which everything was shown.
    public RequestForm(
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
        this(
                orderId,
                reason,
                clinicalHistory,
                diagnosis,
                department,
                requester,
                requested,
                laboratory,
                reports,
                warnings,
                Set.of());
    }

    /// What is asked for apart, and may be withheld apart.
    public enum Part {
        HISTORY,
        LABORATORY,
        REPORTS,
        WARNINGS;

        /// A line of the message bundles.
        public String messageKey() {
            return "services.ris.part." + name().toLowerCase(Locale.ROOT);
        }
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
