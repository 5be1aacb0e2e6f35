package org.readingroom.plugin.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.suggest.ArchivedReport;
import org.readingroom.report.suggest.Indication;
import org.readingroom.report.suggest.ReportArchive;
import org.readingroom.report.suggest.SourceCard;
import org.readingroom.report.suggest.SourceKind;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.suggest.SuggestionSource;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.WorkstationException;

/// Suggests what the department's own reports, templates and phrase books go on with.
///
/// **Thread:** any; a question waits for at most one report that is being taken in.
// [impl->req~plugin.suggest-archive~1]
public final class ArchiveSource implements SuggestionSource {
    static final String ID = "suggest-archive";
    private static final SourceCard CARD = new SourceCard(
            ID,
            "1.0",
            SourceKind.STATISTICS,
            "",
            Indication.ANY,
            "plugin.suggest-archive.name",
            "plugin.suggest-archive.uses",
            "plugin.suggest-archive.limits");
    private static final int MOST_BASIS = 5;

    private final ReportArchive archive;
    private final Sentences sentences = new Sentences();
    private final Reports reports = new Reports();
    private final Stock stock = new Stock(sentences);
    private long reached;

    public ArchiveSource(ReportArchive archive) {
        this.archive = archive;
    }

    @Override
    public SourceCard card() {
        return CARD;
    }

    @Override
    public void refresh() throws WorkstationException {
        synchronized (this) {
            stock.replace(archive.stock());
        }
        int before = reports.next();
        long[] newest = {reached};
        archive.read(reached, each -> {
            newest[0] = Math.max(newest[0], each.position());
            take(each, before);
            return true;
        });
        reached = newest[0];
    }

    /// Of the versions that come in one round the first is the newest; one of an earlier round is replaced.
    private synchronized void take(ArchivedReport archived, int before) {
        Report report = archived.report();
        int old = reports.find(report.id().value());
        if (old >= before) {
            return;
        }
        if (old != HashPlaces.NONE) {
            int oldSex = reports.sex(old);
            reports.sentences(old).forEach(number -> count(number, oldSex, old, -1));
            reports.drop(old);
        }
        Reports.Facts facts = Asked.facts(report, archived.signedOn());
        int[] own = numbers(archived).distinct().toArray();
        int number = reports.add(report.id().value(), facts, own);
        for (int sentence : own) {
            count(sentence, facts.sex(), number, 1);
        }
    }

    private void count(int sentence, int sex, int report, int by) {
        sentences.count(sentence, sex == Asked.FEMALE, sex == Asked.MALE, report, by);
    }

    private IntStream numbers(ArchivedReport archived) {
        Report report = archived.report();
        SafeWords safe = new SafeWords(names(archived), report.language());
        List<Integer> numbers = new ArrayList<>();
        for (SectionKind kind : List.of(SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
            Section section = report.section(kind);
            int place = Asked.place(report.language(), kind);
            for (ReportSentence sentence : section.sentences()) {
                safe.of(sentence.text()).ifPresent(words -> {
                    int number = sentences.number(words, place);
                    if (number != HashPlaces.NONE) {
                        sentences.keepFields(number, said(sentence.fields(), words));
                        numbers.add(number);
                    }
                });
            }
        }
        return numbers.stream().mapToInt(Integer::intValue);
    }

    /// Values that the sentence without its numbers still says.
    private static List<FieldValue> said(List<FieldValue> fields, String words) {
        return fields.stream()
                .filter(field -> field.role() != FieldRole.SIZE && field.role() != FieldRole.CATEGORY)
                .filter(field -> field.value().length() > 1
                        && field.value().chars().noneMatch(Character::isDigit)
                        && words.contains(field.value()))
                .map(FieldValue::leftBehind)
                .toList();
    }

    private static List<String> names(ArchivedReport archived) {
        var study = archived.report().study();
        PersonName name = study.patient().name();
        Stream<String> groups = Stream.of(name.alphabetic(), name.ideographic(), name.phonetic())
                .flatMap(group -> Stream.concat(
                        Stream.of(
                                group.replace("^", ""), group.replace('^', ' ').strip()),
                        Stream.of(group.split("[\\^ ]"))));
        Stream<String> house = Stream.of(study.patient().id().value(), study.accessionNumber(), study.institution());
        return Stream.of(groups, house, archived.names().stream())
                .flatMap(each -> each)
                .filter(each -> each.length() > 1)
                .distinct()
                .sorted(Comparator.comparingInt(each -> -each.length()))
                .toList();
    }

    @Override
    public synchronized List<Suggestion> suggest(SuggestionQuery query) {
        Asked asked = Asked.of(query);
        return new Ranking(sentences, reports, stock, asked)
                .best(query.most()).stream()
                        .map(each -> suggestion(query, each))
                        .toList();
    }

    private Suggestion suggestion(SuggestionQuery query, Ranking.Found found) {
        List<String> basis = new ArrayList<>(found.from.stream()
                .filter(report -> report != HashPlaces.NONE)
                .sorted(Comparator.comparingInt(report -> -reports.day(report)))
                .limit(MOST_BASIS)
                .map(reports::id)
                .toList());
        String standing = stock.basis(found.sentence);
        if (!standing.isEmpty()) {
            basis.add(standing);
        }
        return new Suggestion(
                query.section(),
                sentences.words(found.sentence),
                sentences.fields(found.sentence),
                basis,
                found.score,
                sentences.uses(found.sentence));
    }
}
