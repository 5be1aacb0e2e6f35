package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// A number that names no lesion of a report that describes several, or a lesion's sentence that begins with the number
/// of another: what is said of one would be read as said of the other.
// [impl->req~report.check.lesion-number~1]
public record WrongNumber(SectionKind section, SentenceId sentence, String said) {
    /// Before a number in the same clause: it is that of another report.
    private static final Pattern EARLIER =
            Pattern.compile("(?:原|前|既往|上次|旧片|先前|(?i:prior|previous|earlier|former|old)\\b)[^，。；,;]*$");

    /// **Order:** as they are read. Only sentences that pass `isOfToday` are looked at. Empty for a report with one
    /// lesion of each group.
    public static List<WrongNumber> of(ReportTemplate template, Report report, Predicate<ReportSentence> isOfToday) {
        List<WrongNumber> wrong = new ArrayList<>();
        ReportTemplate repeated = RepeatedTemplate.of(template, report);
        Map<String, Integer> counts = new HashMap<>();
        repeated.repeats()
                .groups()
                .forEach(group ->
                        counts.merge(group.name(), repeated.repeats().of(group).size(), Math::max));
        counts.values().removeIf(count -> count < 2);
        if (counts.isEmpty()) {
            return wrong;
        }
        Map<SentenceId, GroupInstance> begun = begun(repeated, report);
        for (Section section : report.sections()) {
            section.sentences().stream().filter(isOfToday).forEach(sentence -> {
                String words = sentence.words();
                List<LesionMention> mentions = LesionMention.in(words, counts.keySet());
                GroupInstance own = begun.get(sentence.id());
                mentions.stream()
                        .filter(one -> one.number() < 1
                                || one.number() > counts.getOrDefault(one.name(), 0)
                                || own != null && one.from() == 0 && isOfAnother(own, mentions))
                        .filter(one ->
                                !EARLIER.matcher(words.substring(0, one.from())).find())
                        .map(one ->
                                new WrongNumber(section.kind(), sentence.id(), words.substring(one.from(), one.to())))
                        .findFirst()
                        .ifPresent(wrong::add);
            });
        }
        return wrong;
    }

    /// A sentence that names its own lesion too says something of both.
    private static boolean isOfAnother(GroupInstance own, List<LesionMention> mentions) {
        List<Integer> numbers = mentions.stream()
                .filter(one -> one.name().equals(own.group().name()))
                .map(LesionMention::number)
                .toList();
        return !numbers.isEmpty() && !numbers.contains(own.number());
    }

    private static Map<SentenceId, GroupInstance> begun(ReportTemplate repeated, Report report) {
        Map<SentenceId, GroupInstance> begun = new HashMap<>();
        for (TemplateSection section : repeated.sections()) {
            for (TemplateLine line : section.lines()) {
                repeated.repeats()
                        .of(line)
                        .filter(one -> !line.lead().isEmpty())
                        .ifPresent(one -> begun.put(LineKeys.sentence(report.id(), repeated.id(), line.key(), 0), one));
            }
        }
        return begun;
    }
}
