package org.readingroom.report.redline;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.redline.SentenceChange.Aspect;
import org.readingroom.report.redline.SentenceChange.Kind;

/// What kind of change it is, for those who learn from it. One change may be of several kinds.
// [impl->req~report.redline.kinds~1]
public enum ChangeKind {
    /// Another side.
    SIDE,
    /// Another number or unit.
    NUMBER,
    /// Something denied that was not, or the reverse.
    NEGATION,
    /// A sentence that was missing.
    ADDED,
    /// A sentence that was taken out.
    REMOVED,
    MOVED,
    /// Anything in the impression.
    IMPRESSION,
    /// What is to be done next.
    ADVICE,
    /// Other words.
    WORDING,
    /// What the sentence rests on: marks, measurements, structured values.
    EVIDENCE,
    /// Whose words they are, and nothing else.
    ORIGIN;

    private static final Pattern SIDES = Pattern.compile("左|右|双侧|两侧|双|\\b(?:left|right|bilateral|both)\\b", flags());
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:[.,]\\d+)*\\s?(?:mm|cm|ml|HU|%)?", flags());
    private static final Pattern NEGATIONS =
            Pattern.compile("未|无|不|没有|否认|除外|\\b(?:no|not|without|absent|negative|none)\\b", flags());
    private static final Pattern ADVICE_WORDS = Pattern.compile(
            "建议|随访|复查|进一步检查|\\b(?:recommend|recommended|suggest|suggested|advise|advised|follow-up|follow up)\\b",
            flags());

    private static int flags() {
        return Pattern.CASE_INSENSITIVE;
    }

    public String messageKey() {
        return "report.redline.change." + name().toLowerCase(Locale.ROOT);
    }

    /// Nothing for what stayed, and for the place that a moved sentence left: it is told where it stands now.
    public static Set<ChangeKind> of(SentenceChange change) {
        EnumSet<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        switch (change.kind()) {
            case SAME, MOVED_AWAY -> {
                return kinds;
            }
            case ADDED -> kinds.add(ADDED);
            case REMOVED -> kinds.add(REMOVED);
            case MOVED_HERE -> kinds.add(MOVED);
            case CHANGED -> {}
        }
        String before = words(change.before());
        String after = words(change.after());
        boolean isReworded = change.aspects().contains(Aspect.WORDS);
        if (isReworded && change.kind() != Kind.ADDED && change.kind() != Kind.REMOVED) {
            addIf(kinds, SIDE, differ(SIDES, before, after));
            addIf(kinds, NUMBER, differ(NUMBERS, before, after));
            addIf(kinds, NEGATION, differ(NEGATIONS, before, after));
            addIf(kinds, WORDING, !kinds.contains(SIDE) && !kinds.contains(NUMBER) && !kinds.contains(NEGATION));
        }
        addIf(kinds, IMPRESSION, change.section() == SectionKind.IMPRESSION);
        addIf(
                kinds,
                ADVICE,
                isReworded
                        && (ADVICE_WORDS.matcher(before).find()
                                || ADVICE_WORDS.matcher(after).find()));
        addIf(
                kinds,
                EVIDENCE,
                change.aspects().contains(Aspect.EVIDENCE)
                        || change.aspects().contains(Aspect.MEASUREMENT)
                        || change.aspects().contains(Aspect.VALUES));
        addIf(kinds, ORIGIN, change.aspects().equals(Set.of(Aspect.ORIGIN)));
        return kinds;
    }

    private static void addIf(Set<ChangeKind> kinds, ChangeKind kind, boolean holds) {
        if (holds) {
            kinds.add(kind);
        }
    }

    private static String words(@Nullable ReportSentence sentence) {
        return sentence == null ? "" : sentence.words();
    }

    private static boolean differ(Pattern pattern, String before, String after) {
        return !found(pattern, before).equals(found(pattern, after));
    }

    /// In no order: words that change places say the same.
    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
