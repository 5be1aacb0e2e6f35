package org.readingroom.report.check.holdout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Side;
import org.readingroom.viewer.model.Sex;

/// A report that is being made, clean as long as no mistake was put in.
final class HoldOutDraft {
    final HoldOutExam exam;
    final Random chance;
    final HoldOutSlots slots;
    final List<HoldOutSaid> said = new ArrayList<>();
    final List<String> moreFindings = new ArrayList<>();
    final List<String> moreImpression = new ArrayList<>();
    final List<String> history = new ArrayList<>();
    final Map<Integer, Integer> imagesOfSeries;
    private final Map<String, String> known;
    String request;
    String technique;
    String nothing;
    int age;
    Sex sex;
    Side laterality;

    @Nullable
    HoldOutSaid bound;

    double measured;
    Side markSide = Side.NONE;
    int markImage;

    HoldOutDraft(HoldOutExam exam, Random chance) {
        this.exam = exam;
        this.chance = chance;
        this.age = exam.youngest() + chance.nextInt(exam.oldest() - exam.youngest() + 1);
        this.sex = exam.sexes().charAt(chance.nextInt(exam.sexes().length())) == 'M' ? Sex.MALE : Sex.FEMALE;
        this.imagesOfSeries = images(exam, chance);
        this.known = numbers();
        this.slots = new HoldOutSlots(exam.isChinese(), chance.nextBoolean(), known, chance);
        this.laterality = exam.isSided() ? slots.side() : Side.NONE;
        this.request = slots.fill(HoldOutSlots.choose(exam.request(), chance));
        this.technique = slots.fill(HoldOutSlots.choose(exam.technique(), chance));
        this.nothing = slots.fill(HoldOutSlots.choose(exam.nothing(), chance));
        sayFindings();
        bindOne();
    }

    private static Map<Integer, Integer> images(HoldOutExam exam, Random chance) {
        Map<Integer, Integer> images = new HashMap<>();
        if (Set.of("CT", "MR").contains(exam.modality())) {
            for (int series = 1; series <= 4; series++) {
                images.put(series, 64 + chance.nextInt(series * 60));
            }
        }
        return images;
    }

    private Map<String, String> numbers() {
        if (imagesOfSeries.isEmpty()) {
            return Map.of();
        }
        int series = 2 + chance.nextInt(3);
        int last = Collections.max(imagesOfSeries.values());
        return Map.of(
                "se", String.valueOf(series),
                "im", String.valueOf(1 + chance.nextInt(imagesOfSeries.getOrDefault(series, 1))),
                "over", String.valueOf(last + 3 + chance.nextInt(90)),
                "nose", String.valueOf(9 + chance.nextInt(6)));
    }

    private void sayFindings() {
        List<HoldOutExam.Line> findings = new ArrayList<>(of(HoldOutExam.Line.Kind.FINDING));
        Collections.shuffle(findings, chance);
        int wished = List.of(0, 0, 1, 1, 1, 2, 2, 2, 3, 4).get(chance.nextInt(10));
        Set<String> keys = new HashSet<>();
        Set<HoldOutExam.Line> chosen = new HashSet<>();
        for (HoldOutExam.Line line : findings) {
            if (chosen.size() < wished && keys.add(line.key())) {
                chosen.add(line);
            }
        }
        boolean abnormalFirst = chance.nextBoolean();
        for (HoldOutExam.Line line : exam.lines()) {
            boolean isSaid = switch (line.kind()) {
                case FINDING -> chosen.contains(line);
                case NORMAL -> !keys.contains(line.key());
                case ASIDE -> chance.nextInt(3) == 0;
            };
            if (isSaid) {
                HoldOutSaid one = new HoldOutSaid(line, lineSlots(), chance);
                said.add(abnormalFirst && one.isFinding() ? 0 : said.size(), one);
                if (!line.history().isEmpty()) {
                    history.add(one.slots.fill(line.history()));
                }
            }
        }
    }

    private List<HoldOutExam.Line> of(HoldOutExam.Line.Kind kind) {
        return exam.lines().stream().filter(line -> line.kind() == kind).toList();
    }

    HoldOutSlots lineSlots() {
        boolean isLeft = exam.isSided() ? slots.side() == Side.LEFT : chance.nextBoolean();
        return new HoldOutSlots(exam.isChinese(), isLeft, known, chance);
    }

    /// Three measured findings of four are bound to a mark; the fourth was typed by hand.
    private void bindOne() {
        List<HoldOutSaid> measurable =
                said.stream().filter(one -> one.isFinding() && one.isMeasured()).toList();
        if (measurable.isEmpty() || chance.nextInt(4) == 0) {
            return;
        }
        HoldOutSaid one = measurable.get(chance.nextInt(measurable.size()));
        bound = one;
        measured = one.slots.millimetres();
        markSide = one.namesSide() || exam.isSided() ? one.slots.side() : Side.NONE;
        markImage = Integer.parseInt(known.getOrDefault("im", "0"));
        if (!one.concludesSize() && chance.nextInt(3) == 0) {
            one.impression += one.slots.fill(exam.isChinese() ? "（约{cm}cm）" : ", {mmr} mm");
        }
    }

    List<HoldOutSaid> findings() {
        return said.stream().filter(HoldOutSaid::isFinding).toList();
    }

    /// No word of what `key` names is left.
    void silence(String key) {
        said.removeIf(one -> one.line.key().equals(key));
        if (bound != null && !said.contains(bound)) {
            unbind();
        }
    }

    void unbind() {
        bound = null;
        markSide = Side.NONE;
        markImage = 0;
    }
}
