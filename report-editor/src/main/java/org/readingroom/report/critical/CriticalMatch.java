package org.readingroom.report.critical;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.readingroom.report.model.StudyIdentity;

/// How well words of a report fit an entry of the dictionary.
final class CriticalMatch {
    /// What parts one statement from the next.
    private static final Pattern CLAUSE = Pattern.compile("[，。；,;.!！？?\\n]|\\bbut\\b|但");
    /// chosen: the usual ways to deny, before what is denied.
    private static final Pattern DENIED = Pattern.compile(
            "未见|未发现|无明显|没有|排除|除外|不考虑|(?<![有])无(?!法)|\\bno\\b|\\bnot\\b|\\bwithout\\b|\\bnegative for\\b|\\bexclude[sd]?\\b");
    /// chosen: a place that fits outweighs any length of words.
    private static final int PLACE = 1000;

    private CriticalMatch() {}

    /// 0 when no words of `entry` are said.
    static int score(CriticalEntry entry, String words, StudyIdentity study) {
        int longest = 0;
        for (String clause : CLAUSE.split(words.toLowerCase(Locale.ROOT))) {
            for (String name : entry.words()) {
                longest = Math.max(longest, said(name.toLowerCase(Locale.ROOT), clause));
            }
        }
        return longest == 0 ? 0 : longest + (fits(entry, study) ? PLACE : 0);
    }

    /// How many letters of `name` the clause says without denying them.
    private static int said(String name, String clause) {
        int letters = 0;
        for (String part : name.split("\\+")) {
            int at = find(part, clause);
            if (at < 0 || DENIED.matcher(clause.substring(0, at)).find()) {
                return 0;
            }
            letters += part.length();
        }
        return letters;
    }

    /// Latin letters are found as whole words, so that `pe` is not in `pelvis`.
    private static int find(String part, String clause) {
        for (int at = clause.indexOf(part); at >= 0; at = clause.indexOf(part, at + 1)) {
            boolean isBegin = at == 0 || !joins(clause.charAt(at - 1), part.charAt(0));
            int end = at + part.length();
            boolean isEnd = end == clause.length() || !joins(part.charAt(part.length() - 1), clause.charAt(end));
            if (isBegin && isEnd) {
                return at;
            }
        }
        return -1;
    }

    private static boolean joins(char left, char right) {
        return isLatin(left) && isLatin(right);
    }

    private static boolean isLatin(char letter) {
        return letter < 0x250 && Character.isLetterOrDigit(letter);
    }

    private static boolean fits(CriticalEntry entry, StudyIdentity study) {
        boolean isModality = entry.modalities().isEmpty() || entry.modalities().contains(study.modality());
        String place = (study.bodyPart() + ' ' + study.description()).toUpperCase(Locale.ROOT);
        List<String> parts = entry.bodyParts();
        return isModality
                && (parts.isEmpty() || parts.stream().anyMatch(part -> place.contains(part.toUpperCase(Locale.ROOT))));
    }
}
