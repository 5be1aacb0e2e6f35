package org.readingroom.plugin.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.readingroom.report.suggest.StockWords;

/// Sentences of templates and phrase books among those of the archive.
final class Stock {
    private record Item(int sentence, int place, StockWords words) {}

    private final Sentences sentences;
    private final List<Item> items = new ArrayList<>();
    private final Map<Integer, String> basis = new HashMap<>();

    Stock(Sentences sentences) {
        this.sentences = sentences;
    }

    /// Puts these in the place of those before.
    void replace(List<StockWords> all) {
        items.clear();
        basis.clear();
        for (StockWords each : all) {
            int place = Asked.place(each.language(), each.section());
            new SafeWords(List.of(), each.language()).of(each.words()).ifPresent(words -> {
                int number = sentences.number(words, place);
                if (number != HashPlaces.NONE) {
                    items.add(new Item(number, place, each));
                    basis.putIfAbsent(number, each.basis());
                }
            });
        }
    }

    /// Those for the section and the examination asked about.
    IntStream suiting(Asked asked) {
        return items.stream()
                .filter(item -> item.place == asked.place())
                .filter(item -> item.words.suits(asked.study()))
                .mapToInt(Item::sentence)
                .distinct();
    }

    /// Where a sentence stands; empty for one of reports alone.
    String basis(int sentence) {
        return basis.getOrDefault(sentence, "");
    }
}
