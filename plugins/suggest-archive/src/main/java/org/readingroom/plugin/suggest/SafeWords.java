package org.readingroom.plugin.suggest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.ReportLanguage;

/// Takes out of a sentence what belongs to the patient it was written of: dates, numbers and names become blanks to
/// fill
/// in, which the check of leftovers stops before a signature. Sentences that name a person or a house otherwise are not
/// used at all.
///
/// The number of a lesion before its sentence goes: another report counts its own. A level of the spine and a category
/// are numbers too. T1 and T2 stay where they name a weighting.
// [impl->req~plugin.suggest-archive.safe~1]
final class SafeWords {
    /// chosen: a sentence longer than this is told of one patient.
    private static final int LONGEST = 160;

    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}\\s?[-/.年]\\s?\\d{1,2}(?:\\s?[-/.月]\\s?\\d{1,2}(?:[日号])?|月)?|\\d{4}年|\\d{1,2}月(?:\\d{1,2}[日号])?"
                    + "|\\b\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}\\b|\\b" + MONTH + "\\s+\\d{1,4}(?:,?\\s+\\d{4})?\\b"
                    + "|\\b\\d{1,2}\\s+" + MONTH + "(?:\\s+\\d{4})?\\b|\\b(?:19|20)\\d{6}\\b",
            Pattern.CASE_INSENSITIVE);
    /// `T1` and `T2` as weightings, so that only other digits are numbers.
    private static final Pattern WEIGHTING = Pattern.compile(
            "(?<=[长短等稍])T[12]|T[12](?=\\*?-?\\s?(?:WI|W\\b|加权|weighted|FLAIR|flair|signal|hyper|hypo|iso"
                    + "|[高低等稍长短混略]{1,2}信号|信号))");
    private static final Pattern NUMBER = Pattern.compile(
            "\\p{N}+(?:[.．,]\\p{N}+)*|[一二两三四五六七八九十百]+(?=[枚个处颗块条])"
                    + "|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b"
                    + "|(?<=\\b(?:[Gg]rade|[Ss]tage|[Tt]ype|[Cc]lass)\\s)[IVX]{1,4}\\b|\\b[IVX]{1,4}(?=[级度期型类])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOMEBODY = Pattern.compile(
            "(?:[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof)\\.? [A-Z]|医生|医师|主任|教授|护士|医院|[Hh]ospital|[Cc]linic\\b|先生|女士|患者姓名|@");
    private static final Pattern LIST_NUMBER = Pattern.compile("^[\\s(（]*\\p{N}{1,2}\\s*[.、)）．]\\s*(?!\\p{N})");
    /// What stands before a lesion of several, as templates number them: the number is that of the other report.
    private static final Pattern LESION_NUMBER = Pattern.compile(
            "^\\s*(?:(?:结节|肿块|病灶|囊肿|斑块)\\s*(?:\\p{N}{1,2}|[一二三四五六七八九十])|(?:nodule|mass|lesion|observation|cyst|plaque)"
                    + "\\s+(?:#|no\\.?\\s*)?\\p{N}{1,2})\\s*[：:]\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANK = Pattern.compile("【[^】\\n]*】|\\[[^\\]\\n]*\\]");
    /// chosen: what is shorter, such as `mm`, says nothing by itself.
    private static final Pattern SAYS = Pattern.compile("[\\x{3400}-\\x{9FFF}]{2}|\\p{Alpha}{3}");
    private static final Pattern GAPS = Pattern.compile("\\s+");
    /// Stands for a kept `T1` or `T2` while numbers are taken out.
    private static final char ONE = '\uE001';
    private static final char TWO = '\uE002';

    private final List<Pattern> names;
    private final ReportLanguage language;

    /// `names` are all words that tell who: of the patient, of those who signed, of the house.
    SafeWords(List<String> names, ReportLanguage language) {
        this.language = language;
        this.names = names.stream()
                .map(String::strip)
                .filter(name -> name.length() > 1)
                .map(SafeWords::named)
                .toList();
    }

    private static Pattern named(String name) {
        boolean isLatin = name.codePoints().allMatch(c -> c < 0x2E80);
        String quoted = Pattern.quote(name);
        return Pattern.compile(
                isLatin ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted, Pattern.CASE_INSENSITIVE);
    }

    /// One sentence with its mark at the end; empty when nothing is left that helps anybody.
    Optional<String> of(String sentence) {
        boolean isChinese = language == ReportLanguage.CHINESE;
        String words = GAPS.matcher(sentence.strip()).replaceAll(" ");
        if (SOMEBODY.matcher(words).find()) {
            return Optional.empty();
        }
        for (Pattern name : names) {
            words = name.matcher(words).replaceAll(isChinese ? "【姓名】" : "【name】");
        }
        words = LIST_NUMBER.matcher(words).replaceFirst("");
        words = LESION_NUMBER.matcher(words).replaceFirst("");
        words = DATE.matcher(words).replaceAll(isChinese ? "【日期】" : "【date】");
        words = WEIGHTING
                .matcher(words)
                .replaceAll(found -> "T" + (found.group().endsWith("1") ? ONE : TWO));
        words = numbers(words, isChinese ? "【数值】" : "【number】");
        words = words.replace(ONE, '1').replace(TWO, '2').strip();
        if (words.length() > LONGEST || !SAYS.matcher(withoutBlanks(words)).find()) {
            return Optional.empty();
        }
        if ("。！？；.!?".indexOf(words.charAt(words.length() - 1)) < 0) {
            words += isChinese ? "。" : ".";
        }
        return SentenceSplitter.split(words).size() == 1 ? Optional.of(words) : Optional.empty();
    }

    /// Blanks that stand there already are kept; brackets with a number in them are no blank but somebody's number.
    private static String numbers(String words, String blank) {
        StringBuilder out = new StringBuilder();
        Matcher kept = BLANK.matcher(words);
        int at = 0;
        while (kept.find()) {
            out.append(NUMBER.matcher(words.substring(at, kept.start())).replaceAll(blank))
                    .append(NUMBER.matcher(kept.group()).find() ? blank : kept.group());
            at = kept.end();
        }
        return out.append(NUMBER.matcher(words.substring(at)).replaceAll(blank)).toString();
    }

    static String withoutBlanks(String words) {
        return BLANK.matcher(words).replaceAll(" ");
    }
}
