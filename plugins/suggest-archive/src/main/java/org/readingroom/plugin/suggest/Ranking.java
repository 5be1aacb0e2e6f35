package org.readingroom.plugin.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings sentences to an order: reports like the one being written vote for what they went on with, and what is typed
/// already has to fit.
///
/// A report's vote is how much its sentences have to do with what was found so far, by recency, sex and age. While
/// nothing was found yet every report of the examination votes by those alone.
final class Ranking {
    /// chosen: beyond these the reports have little in common with the one being written.
    private static final int VOTERS = 300;
    /// chosen: enough beginnings to fill a list of nine after what was said already is left out.
    private static final int TYPED = 60;

    private final Sentences sentences;
    private final Reports reports;
    private final Stock stock;
    private final Asked asked;
    private final float[] typed;
    private final Map<Integer, Found> found = new HashMap<>();

    /// A sentence, its vote, and the reports that gave it.
    static final class Found {
        final int sentence;
        double vote;
        double score;
        final List<Integer> from = new ArrayList<>();

        Found(int sentence) {
            this.sentence = sentence;
        }
    }

    Ranking(Sentences sentences, Reports reports, Stock stock, Asked asked) {
        this.sentences = sentences;
        this.reports = reports;
        this.stock = stock;
        this.asked = asked;
        this.typed = sentences.scores(asked.typed());
    }

    /// The best first.
    List<Found> best(int most) {
        vote();
        double highest =
                found.values().stream().mapToDouble(each -> each.vote).max().orElse(0);
        double reference = highest > 0 ? highest : 1;
        // A sentence of the stock weighs less than what half of the reports like this one say.
        stock.suiting(asked).forEach(number -> found(number).vote += 0.3 * reference);
        if (!asked.beginning().isEmpty()) {
            begun();
        }
        List<Found> kept = found.values().stream().filter(this::fits).toList();
        double mostTyped =
                kept.stream().mapToDouble(each -> typed[each.sentence]).max().orElse(0);
        for (Found each : kept) {
            each.score = (0.1 + each.vote / reference) * fit(each, mostTyped);
        }
        return kept.stream()
                .filter(each -> each.score > 0)
                .sorted(Comparator.comparingDouble((Found each) -> -each.score)
                        .thenComparing(each -> sentences.words(each.sentence)))
                .limit(most)
                .toList();
    }

    private void vote() {
        float[] context = sentences.scores(asked.context());
        boolean isBlank = asked.context().isEmpty();
        Best voters = new Best(VOTERS);
        reports.like(asked.facts()).forEach(report -> {
            double likeness = isBlank ? 1 : reports.likeness(report, context);
            if (likeness > 0) {
                voters.add(report, likeness * reports.fitness(report, asked.facts()));
            }
        });
        for (int i = 0; i < voters.size(); i++) {
            int report = voters.number(i);
            double vote = voters.score(i);
            reports.sentences(report)
                    .filter(number -> sentences.place(number) == asked.place())
                    .forEach(number -> {
                        Found each = found(number);
                        each.vote += vote;
                        each.from.add(report);
                    });
        }
    }

    /// What goes on as it was begun, wherever it was said.
    private void begun() {
        Best alike = new Best(TYPED);
        for (int number = 0; number < typed.length; number++) {
            if (typed[number] > 0 && sentences.place(number) == asked.place() && sentences.uses(number) > 0) {
                alike.add(number, typed[number] * Math.log(2 + sentences.uses(number)));
            }
        }
        for (int i = 0; i < alike.size(); i++) {
            Found each = found(alike.number(i));
            if (each.from.isEmpty()) {
                each.from.add(sentences.last(each.sentence));
            }
        }
    }

    private Found found(int number) {
        return found.computeIfAbsent(number, Found::new);
    }

    private boolean fits(Found each) {
        boolean isKnown = asked.facts().sex() != 0;
        return !asked.said().contains(sentences.words(each.sentence))
                && !(isKnown
                        && sentences.isOfOtherSex(each.sentence, asked.facts().sex() == Asked.FEMALE));
    }

    /// 1 when nothing is typed; 4 for what goes on as it was begun; else up to 2, and 0 for what has nothing of it.
    private double fit(Found each, double mostTyped) {
        String beginning = asked.beginning();
        if (beginning.isEmpty()) {
            return 1;
        }
        if (sentences.words(each.sentence).regionMatches(true, 0, beginning, 0, beginning.length())) {
            return 4;
        }
        return mostTyped == 0 ? 0 : 2 * typed[each.sentence] / mostTyped;
    }
}
