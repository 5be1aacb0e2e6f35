package org.readingroom.report.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Author;

/// What is known around a report: the order, earlier texts, the images, the day, the writer. What is empty or
/// null is unknown, and the checks that need it are silent.
///
/// `request` is the order's own words. `history` holds words of earlier reports and of the patient's history.
public record CheckFacts(
        String request,
        List<String> history,
        ImageFacts images,
        @Nullable LocalDate today,
        @Nullable Author author) {
    public static final CheckFacts UNKNOWN = new CheckFacts("", List.of(), ImageFacts.UNKNOWN, null, null);

    public CheckFacts {
        history = List.copyOf(history);
    }

    public CheckFacts withImages(ImageFacts newImages) {
        return new CheckFacts(request, history, newImages, today, author);
    }

    /// What the order says of itself, and what is told of the patient.
    public CheckFacts withOrder(String newRequest, List<String> newHistory) {
        return new CheckFacts(newRequest, newHistory, images, today, author);
    }
}
