package org.readingroom.report.check;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;

/// Whoever writes has no licence on record, or one that has run out. A trainee needs none to write (clause E15).
// [impl->req~report.check.author~1]
final class AuthorCheck implements ReportCheck {
    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        Author author = reading.context().facts().author();
        LocalDate today = reading.context().facts().today();
        if (author == null || today == null || !needsLicence(author)) {
            return;
        }
        LocalDate until = author.licenceValidUntil();
        if (author.licenceNumber().isBlank() || until == null || until.isBefore(today)) {
            found.accept(Concern.of("author.unqualified", null, author.displayName()));
        }
    }

    private static boolean needsLicence(Author author) {
        return author.roles().contains(AuthorRole.RADIOLOGIST) || author.roles().contains(AuthorRole.SENIOR);
    }
}
