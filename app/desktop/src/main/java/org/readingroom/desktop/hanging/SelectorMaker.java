package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.hanging.HungSet;
import org.readingroom.viewer.hanging.ImageSetSelector;
import org.readingroom.viewer.hanging.Words;

/// Makes a rule that finds one display set among those of its study, and its like in the next study.
///
/// First modality, plane, side and view; where those take another set before it, a word of the
/// description that tells the two apart; then words that it has not. Numbers and what may name a
/// person are no words.
final class SelectorMaker {
    /// chosen: longer runs are sentences, not names of sequences.
    private static final int LONGEST_WORD = 24;

    private final List<HungSet> sets;
    private final Set<String> forbidden;

    /// `forbidden` are words that no rule may hold, in small letters, such as the parts of a
    /// patient's name.
    SelectorMaker(List<HungSet> sets, Set<String> forbidden) {
        this.sets = List.copyOf(sets);
        this.forbidden = Set.copyOf(forbidden);
    }

    /// `earlier` are the sets of views before it, which are taken already when it is chosen.
    ImageSetSelector of(HungSet set, List<HungSet> earlier) {
        ImageSetSelector plain = plain(set);
        List<HungSet> rivals = sets.stream()
                .filter(other -> plain.takes(other) && !other.id().equals(set.id()) && !earlier.contains(other))
                .toList();
        boolean isFirst = rivals.stream().allMatch(other -> sets.indexOf(other) > sets.indexOf(set));
        Optional<String> own = words(set).stream()
                .filter(word -> rivals.stream().noneMatch(other -> has(other, word)))
                .findFirst();
        if (rivals.isEmpty()) {
            return plain;
        }
        if (own.isPresent()) {
            return with(plain, List.of(own.get()), List.of());
        }
        if (isFirst) {
            return plain;
        }
        List<String> others = new ArrayList<>();
        for (HungSet rival : rivals) {
            words(rival).stream()
                    .filter(word -> !has(set, word))
                    .findFirst()
                    .filter(word -> !others.contains(word))
                    .ifPresent(others::add);
        }
        return with(plain, List.of(), others);
    }

    private static boolean has(HungSet set, String word) {
        return Words.isIn(List.of(word), set.description() + " " + set.protocol());
    }

    private static ImageSetSelector plain(HungSet set) {
        boolean isProjection = !set.viewPosition().isEmpty();
        return new ImageSetSelector(
                set.prior(),
                List.of(set.modality()),
                List.of(),
                List.of(),
                set.plane(),
                List.of(),
                isProjection ? set.laterality() : "",
                isProjection ? List.of(set.viewPosition()) : List.of(),
                set.isVolume());
    }

    private static ImageSetSelector with(ImageSetSelector plain, List<String> words, List<String> notWords) {
        return new ImageSetSelector(
                plain.abstractPriorValue(),
                plain.modalities(),
                words,
                notWords,
                plain.plane(),
                plain.imageType(),
                plain.laterality(),
                plain.viewPositions(),
                plain.volume());
    }

    /// The words of a description, in small letters: runs of Latin letters and digits, and of Chinese.
    private List<String> words(HungSet set) {
        List<String> found = new ArrayList<>();
        for (String run : set.description().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            for (String word : run.split("(?<=\\p{IsHan})(?=[a-z0-9])|(?<=[a-z0-9])(?=\\p{IsHan})")) {
                boolean saysSomething = word.length() > 1
                        && word.length() <= LONGEST_WORD
                        && word.codePoints().anyMatch(Character::isLetter);
                if (saysSomething && !forbidden.contains(word)) {
                    found.add(word);
                }
            }
        }
        return found;
    }
}
