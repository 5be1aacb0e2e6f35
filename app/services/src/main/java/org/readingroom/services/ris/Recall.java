package org.readingroom.services.ris;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.report.model.ReportId;

/// That one filing of a report takes the place of earlier ones: `operation` and `earlier` are the ids of filings.
public record Recall(ReportId report, UUID operation, List<UUID> earlier) {
    /// What became of a recall.
    public enum Outcome {
        /// The earlier ones hold no more, now or already before.
        DONE,
        /// The one that is to take their place is not there, so that they hold.
        NOT_THERE,
        /// The hospital has taken that one back itself: which of them holds is theirs to say.
        TAKEN_BACK
    }

    public Recall {
        earlier = List.copyOf(earlier);
    }

    /// One id a line: the report, the filing, those before it.
    public byte[] bytes() {
        List<String> lines = new ArrayList<>(List.of(report.value(), operation.toString()));
        earlier.forEach(each -> lines.add(each.toString()));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /// Nothing where these are not the bytes of a recall.
    public static Optional<Recall> read(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        if (lines.length < 3 || lines[0].isBlank()) {
            return Optional.empty();
        }
        try {
            List<UUID> filings = new ArrayList<>();
            for (int i = 1; i < lines.length; i++) {
                filings.add(UUID.fromString(lines[i]));
            }
            return Optional.of(
                    new Recall(new ReportId(lines[0]), filings.getFirst(), filings.subList(1, filings.size())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
