package org.readingroom.plugin.suggest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which sentences stood together in which report, and of what examination and whom it was: one row of numbers a
/// report.
final class Reports {
    /// The examination and the person of a report. `language` is a number, `modality` and `part` are words, empty for
    /// unknown; `age` is -1 for unknown; `day` counts days since 1970.
    record Facts(int language, String modality, String part, int sex, int age, int day) {
        private String wide() {
            return language + "/" + modality;
        }

        private String narrow() {
            return wide() + "/" + part;
        }
    }

    private final Ints starts = new Ints(1024);
    private final Ints flat = new Ints(8192);
    private final Ints sexes = new Ints(1024);
    private final Ints ages = new Ints(1024);
    private final Ints days = new Ints(1024);
    private final List<String> ids = new ArrayList<>();
    private final HashPlaces numbers = new HashPlaces();
    private final BitSet gone = new BitSet();
    private final Map<String, Ints> groups = new HashMap<>();
    /// chosen: fewer reports of the very examination tell too little.
    private static final int ENOUGH = 30;

    /// The number the next report gets.
    int next() {
        return ids.size();
    }

    int add(String id, Facts facts, int[] sentences) {
        int number = ids.size();
        ids.add(id);
        numbers.put(HashPlaces.hash(HashPlaces.bytes(id)), number);
        starts.add(flat.size());
        for (int sentence : sentences) {
            flat.add(sentence);
        }
        sexes.add(facts.sex());
        ages.add(facts.age());
        days.add(facts.day());
        groups.computeIfAbsent(facts.narrow(), key -> new Ints(16)).add(number);
        groups.computeIfAbsent(facts.wide(), key -> new Ints(16)).add(number);
        return number;
    }

    /// The newest row of report `id`, which is still there; [HashPlaces#NONE] for none.
    int find(String id) {
        return numbers.find(
                HashPlaces.hash(HashPlaces.bytes(id)),
                each -> !gone.get(each) && ids.get(each).equals(id));
    }

    void drop(int number) {
        gone.set(number);
    }

    IntStream sentences(int number) {
        int end = number + 1 < starts.size() ? starts.get(number + 1) : flat.size();
        return IntStream.range(starts.get(number), end).map(flat::get);
    }

    String id(int number) {
        return ids.get(number);
    }

    int sex(int number) {
        return sexes.get(number);
    }

    int day(int number) {
        return days.get(number);
    }

    /// Reports of the same examination or, when they are few, of the same modality.
    IntStream like(Facts facts) {
        Ints narrow = groups.getOrDefault(facts.narrow(), new Ints(0));
        Ints chosen = narrow.size() >= ENOUGH && !facts.part().isEmpty()
                ? narrow
                : groups.getOrDefault(facts.wide(), new Ints(0));
        return IntStream.range(0, chosen.size()).map(chosen::get).filter(each -> !gone.get(each));
    }

    /// How much a report has to do with one of `facts`, its words left aside: recency, sex and age.
    ///
    /// chosen: a report of two years ago counts seven tenths of one of today, one of the other sex half,
    /// one of a person forty years older or younger a third.
    double fitness(int number, Facts facts) {
        double recency = 0.5 + 0.5 * Math.exp(-Math.max(0, facts.day() - days.get(number)) / 730.0);
        double sex = sexes.get(number) == facts.sex() ? 1 : 0.5;
        int age = ages.get(number);
        double years = age < 0 || facts.age() < 0 ? 0.8 : Math.exp(-Math.abs(age - facts.age()) / 40.0);
        return recency * sex * years;
    }

    /// Sum of the scores of its sentences, by the root of their number, so that long reports are not better for that.
    double likeness(int number, float[] scores) {
        int from = starts.get(number);
        int end = number + 1 < starts.size() ? starts.get(number + 1) : flat.size();
        double sum = 0;
        for (int i = from; i < end; i++) {
            sum += scores[flat.get(i)];
        }
        return end == from ? 0 : sum / Math.sqrt(end - from);
    }
}
