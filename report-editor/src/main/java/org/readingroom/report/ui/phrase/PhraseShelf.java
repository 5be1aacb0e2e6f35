package org.readingroom.report.ui.phrase;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.phrase.NormalText;
import org.readingroom.report.phrase.Phrase;
import org.readingroom.report.phrase.PhraseBook;
import org.readingroom.report.phrase.PhraseSearch;
import org.readingroom.report.phrase.Spelling;

/// The phrase books at hand, the most personal first.
///
/// **Thread:** `fx`, or one test thread.
public final class PhraseShelf {
    private final Spelling spelling;
    private List<PhraseBook> books = List.of();
    private PhraseSearch search;

    public PhraseShelf(Spelling spelling) {
        this.spelling = spelling;
        this.search = new PhraseSearch(books, spelling);
    }

    public void put(List<PhraseBook> all) {
        books = List.copyOf(all);
        search = new PhraseSearch(books, spelling);
    }

    List<PhraseBook> books() {
        return books;
    }

    List<Phrase> find(String typed, ReportLanguage language) {
        return search.find(typed, language);
    }

    /// What somebody writes when nothing is wrong in such a study, the most personal words first.
    public Optional<NormalText> normal(StudyIdentity study, ReportLanguage language) {
        return books.stream()
                .flatMap(book -> book.normal(study, language).stream())
                .findFirst();
    }
}
