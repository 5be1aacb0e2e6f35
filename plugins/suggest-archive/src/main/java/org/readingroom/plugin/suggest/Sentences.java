package org.readingroom.plugin.suggest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.report.model.FieldValue;

/// Each sentence of the archive once, with how often and of whom it was said, and an index of its terms.
///
/// `place` of a sentence is its language and section as one number: the same words in another section are another
/// sentence.
final class Sentences {
    /// chosen: 400,000 sentences of 60 letters with their index take about 150 MiB.
    static final int MOST = 400_000;
    /// **Source:** S. Robertson, H. Zaragoza: "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section
    /// 3.
    private static final double K1 = 1.2;

    private static final double B = 0.75;

    private final List<byte[]> texts = new ArrayList<>();
    private final HashPlaces numbers = new HashPlaces();
    private final Ints places = new Ints(1024);
    private final Ints lengths = new Ints(1024);
    private final Ints uses = new Ints(1024);
    private final Ints female = new Ints(1024);
    private final Ints male = new Ints(1024);
    private final Ints last = new Ints(1024);
    private final Map<String, Ints> postings = new HashMap<>();
    private final Map<Integer, List<FieldValue>> fields = new HashMap<>();
    private long terms;

    int size() {
        return texts.size();
    }

    /// The number of a sentence, which is taken in when there is room; else [HashPlaces#NONE].
    int number(String words, int place) {
        int known = find(words, place);
        if (known != HashPlaces.NONE || texts.size() == MOST) {
            return known;
        }
        int number = texts.size();
        byte[] text = HashPlaces.bytes(words);
        texts.add(text);
        numbers.put(key(text, place), number);
        Set<String> own = Terms.of(words);
        own.forEach(term -> postings.computeIfAbsent(term, t -> new Ints(2)).add(number));
        terms += own.size();
        places.add(place);
        lengths.add(own.size());
        uses.add(0);
        female.add(0);
        male.add(0);
        last.add(HashPlaces.NONE);
        return number;
    }

    int find(String words, int place) {
        byte[] text = HashPlaces.bytes(words);
        return numbers.find(
                key(text, place), each -> places.get(each) == place && Arrays.equals(texts.get(each), text));
    }

    private static long key(byte[] text, int place) {
        return HashPlaces.hash(text) * 31 + place;
    }

    String words(int number) {
        return new String(texts.get(number), StandardCharsets.UTF_8);
    }

    int place(int number) {
        return places.get(number);
    }

    int uses(int number) {
        return uses.get(number);
    }

    /// The report that was taken in last of those that say it; [HashPlaces#NONE] for none.
    int last(int number) {
        return last.get(number);
    }

    List<FieldValue> fields(int number) {
        return fields.getOrDefault(number, List.of());
    }

    void keepFields(int number, List<FieldValue> values) {
        if (!values.isEmpty()) {
            fields.putIfAbsent(number, List.copyOf(values));
        }
    }

    /// `by` is 1 for a report that came, -1 for one that goes.
    void count(int number, boolean isFemale, boolean isMale, int report, int by) {
        uses.set(number, uses.get(number) + by);
        female.set(number, female.get(number) + (isFemale ? by : 0));
        male.set(number, male.get(number) + (isMale ? by : 0));
        if (by > 0) {
            last.set(number, report);
        }
    }

    /// chosen: said five times of one sex and never of the other is not said of the other.
    boolean isOfOtherSex(int number, boolean isFemale) {
        int same = isFemale ? female.get(number) : male.get(number);
        int other = isFemale ? male.get(number) : female.get(number);
        return same == 0 && other >= 5;
    }

    /// How much each sentence has to do with `asked`: BM25, each term counted once a sentence.
    float[] scores(Set<String> asked) {
        float[] scores = new float[size()];
        double mean = Math.max(1, (double) terms / Math.max(1, size()));
        for (String term : asked) {
            Ints holding = postings.get(term);
            if (holding == null) {
                continue;
            }
            double rarity = Math.log(1 + (size() - holding.size() + 0.5) / (holding.size() + 0.5));
            for (int i = 0; i < holding.size(); i++) {
                int number = holding.get(i);
                double length = 1 - B + B * lengths.get(number) / mean;
                scores[number] += (float) (rarity * (K1 + 1) / (1 + K1 * length));
            }
        }
        return scores;
    }
}
