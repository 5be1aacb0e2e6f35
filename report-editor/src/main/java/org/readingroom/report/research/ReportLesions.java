package org.readingroom.report.research;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.template.GroupInstance;

/// The lesions of one report that its template describes one by one, and which row of the table is whose.
///
/// A report without any has one row. What is said of the whole report stands in each of its rows. Of a template that is
/// not known here nobody can say what belongs to the first lesion and what to the whole: it all stands in the first
/// row.
// [impl->req~report.research.lesions~1]
final class ReportLesions {
    /// `group` is the place of its group in the template.
    private record Lesion(int group, int key) {
        static final Comparator<Lesion> ORDER =
                Comparator.comparingInt(Lesion::group).thenComparingInt(Lesion::key);
    }

    private final Optional<Map<String, Integer>> groups;
    private final List<Lesion> lesions = new ArrayList<>();

    /// `groups` tells the group of every field that is in one; empty for a template that is not known.
    ReportLesions(Report report, Optional<Map<String, Integer>> groups) {
        this.groups = groups;
        report.sentences().stream()
                .flatMap(sentence -> sentence.fields().stream().filter(value -> !isForeign(sentence, value)))
                .flatMap(value -> of(value).stream())
                .distinct()
                .sorted(Lesion.ORDER)
                .forEach(lesions::add);
    }

    private Optional<Lesion> of(FieldValue value) {
        int key = GroupInstance.key(value.field());
        Integer group =
                groups.map(known -> known.get(GroupInstance.own(value.field()))).orElse(null);
        if (group == null) {
            return key > 1 ? Optional.of(new Lesion(0, key)) : Optional.empty();
        }
        return Optional.of(new Lesion(group, key));
    }

    /// Whether it came with a suggestion and names a lesion of the report that was learned from: of this one's, nobody
    /// can say whose it is.
    boolean isForeign(ReportSentence sentence, FieldValue value) {
        return sentence.suggestion() != null
                && sentence.origin() != SentenceOrigin.TEMPLATE
                && of(value).isPresent();
    }

    /// How many rows there are.
    int rows() {
        boolean isFirstUnknown = groups.isEmpty() && !lesions.isEmpty();
        return Math.max(1, lesions.size() + (isFirstUnknown ? 1 : 0));
    }

    /// The number in the row; 0 where the report describes no lesion by itself.
    int number(int row) {
        return lesions.isEmpty() ? 0 : row + 1;
    }

    /// The rows in which the value stands.
    List<Integer> rowsOf(FieldValue value) {
        Optional<Lesion> lesion = of(value);
        if (groups.isEmpty()) {
            return List.of(lesion.map(one -> lesions.indexOf(one) + 1).orElse(0));
        }
        return lesion.map(one -> List.of(lesions.indexOf(one)))
                .orElseGet(() -> IntStream.range(0, rows()).boxed().toList());
    }
}
