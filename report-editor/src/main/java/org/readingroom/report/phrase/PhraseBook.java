package org.readingroom.report.phrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;

/// The phrases and normal texts of one person, of the department, or those that came with the program.
public record PhraseBook(List<Phrase> phrases, List<NormalText> normals) {
    public static final PhraseBook EMPTY = new PhraseBook(List.of(), List.of());

    public PhraseBook {
        phrases = List.copyOf(phrases);
        normals = List.copyOf(normals);
        Set<String> ids = new HashSet<>();
        for (Phrase phrase : phrases) {
            if (!ids.add(phrase.id())) {
                throw new IllegalArgumentException("phrase " + phrase.id() + " is there twice");
            }
        }
    }

    /// With `phrase` in the place of the one with its id, else at the end.
    public PhraseBook with(Phrase phrase) {
        List<Phrase> changed = new ArrayList<>(phrases);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).id().equals(phrase.id())) {
                changed.set(i, phrase);
                return new PhraseBook(changed, normals);
            }
        }
        changed.add(phrase);
        return new PhraseBook(changed, normals);
    }

    public PhraseBook without(String id) {
        return new PhraseBook(
                phrases.stream().filter(phrase -> !phrase.id().equals(id)).toList(), normals);
    }

    /// With `normal` in the place of the one for the same kind of study.
    public PhraseBook with(NormalText normal) {
        return new PhraseBook(
                phrases,
                Stream.concat(normals.stream().filter(old -> !old.isForSameAs(normal)), Stream.of(normal))
                        .toList());
    }

    /// Whether [#with(NormalText)] would take another's place.
    public boolean replacesBy(NormalText normal) {
        return normals.stream().anyMatch(old -> old.isForSameAs(normal) && !old.equals(normal));
    }

    /// Everything of `other` too; what it has under the same id or for the same kind of study wins.
    public PhraseBook with(PhraseBook other) {
        PhraseBook joined = this;
        for (Phrase phrase : other.phrases) {
            joined = joined.with(phrase);
        }
        for (NormalText normal : other.normals) {
            joined = joined.with(normal);
        }
        return joined;
    }

    public Optional<NormalText> normal(StudyIdentity study, ReportLanguage language) {
        return normals.stream().filter(normal -> normal.suits(study, language)).findFirst();
    }
}
