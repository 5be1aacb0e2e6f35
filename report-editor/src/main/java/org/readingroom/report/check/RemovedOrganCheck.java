package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.readingroom.report.check.CheckWords.Organ;
import org.readingroom.report.check.ReportReading.Said;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Side;

/// An organ that was taken out, by the order, an earlier report or this one, is called normal.
// [impl->req~report.check.removed~1]
final class RemovedOrganCheck implements ReportCheck {
    private record Removed(Organ organ, Side side) {}

    private final CheckWords words;
    private final ClauseReader reader;
    private final Pattern gone;
    private final Pattern removed;
    private final Pattern removedAfter;
    private final Pattern notRemoved;
    /// Without one of these neither pattern of a removal fits, and the organs need not be looked for.
    private final Pattern spokenOf = Pattern.compile("[切摘]|removed|resected|absent");

    RemovedOrganCheck(CheckWords words) {
        this.words = words;
        this.reader = new ClauseReader(words);
        this.gone = words.pattern("gone");
        this.removed = words.pattern("removed");
        this.removedAfter = words.pattern("removedAfter");
        this.notRemoved = words.pattern("notRemoved");
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        List<Removed> without = new ArrayList<>();
        CheckFacts facts = reading.context().facts();
        List<String> told = new ArrayList<>(facts.history());
        told.add(facts.request());
        told.add(reading.context().report().study().description());
        told.forEach(text -> collect(reader.read(text), without));
        reading.sentences().forEach(read -> collect(read.clauses(), without));
        if (without.isEmpty()) {
            return;
        }
        for (Said said : reading.clauses(SectionKind.FINDINGS)) {
            String text = said.clause().text();
            String sentence = said.read().sentence().text().toLowerCase(Locale.ROOT);
            if (!said.clause().isNormal()
                    || gone.matcher(sentence).find()
                    || said.clause().isElsewhere()) {
                continue;
            }
            for (int i = 0; i < said.clause().organs().size(); i++) {
                Organ organ = said.clause().organs().get(i);
                Side side = said.clause().sides().get(i);
                if (words.trie.in(sentence).stream().anyMatch(hit -> hit.value().equals(organ))
                        && without.stream().anyMatch(one -> one.organ().equals(organ) && covers(one.side(), side))) {
                    found.accept(said.read().concern("organ.removed", text.strip()));
                    break;
                }
            }
        }
    }

    private static boolean covers(Side removed, Side named) {
        return removed == Side.NONE || removed == Side.BOTH || removed == named || named == Side.BOTH;
    }

    private void collect(List<Clause> clauses, List<Removed> without) {
        for (Clause clause : clauses) {
            String text = clause.text().toLowerCase(Locale.ROOT);
            if (notRemoved.matcher(text).find()) {
                continue;
            }
            words.removals.forEach((word, organ) -> {
                if (WordTrie.isAlone(text, word)) {
                    without.add(new Removed(organ, clause.side()));
                }
            });
            if (!spokenOf.matcher(text).find()) {
                continue;
            }
            List<WordTrie.Hit<Object>> hits = words.trie.in(text);
            for (WordTrie.Hit<Object> hit : hits) {
                boolean isOut =
                        removed.matcher(text).region(hit.end(), text.length()).lookingAt()
                                || removedAfter
                                        .matcher(text)
                                        .region(hit.end(), text.length())
                                        .useTransparentBounds(true)
                                        .lookingAt()
                                || text.startsWith(" ", hit.end())
                                        && removedAfter
                                                .matcher(text.substring(hit.end() + 1))
                                                .lookingAt();
                if (isOut && hit.value() instanceof Organ organ) {
                    int at = clause.organs().indexOf(organ);
                    without.add(new Removed(
                            organ, at < 0 ? Side.NONE : clause.sides().get(at)));
                }
            }
        }
    }
}
