package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.suggest.Indication;
import org.readingroom.report.suggest.SourceCard;
import org.readingroom.report.suggest.SourceKind;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.ui.suggest.Offered;
import org.readingroom.report.ui.suggest.SuggestionDoor;
import org.readingroom.report.ui.suggest.SuggestionsModel;

/// A machine each of whose sentences is told from all others, and who said yes to which: the truth beside the editor.
final class OfferedWords {
    /// Ideographs that stand in none of the other words; there is room for two thousand sentences.
    private static final char FIRST_LETTER = 0x6C00;

    static final int UNDO = 5;
    static final int REDO = 6;

    private final SourceCard card =
            new SourceCard("test", "1", SourceKind.MODEL, "", Indication.ANY, "name", "uses", "limits");
    /// By the words without their closing mark.
    private final Map<String, Boolean> accepted = new TreeMap<>();
    private int made;

    /// Of letters that no other sentence has, so that nobody puts it together by chance.
    private String next() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            words.append((char) (FIRST_LETTER + made++));
        }
        accepted.put(words.toString(), false);
        return words + "。";
    }

    /// Two sentences of a machine before, between and behind those of `section`.
    Section draft(Section section) {
        List<ReportSentence> sentences = new ArrayList<>(section.sentences());
        for (int at : List.of(sentences.size(), 0)) {
            if (at > 0 && !sentences.get(at - 1).text().endsWith("。")) {
                ReportSentence last = sentences.get(at - 1);
                sentences.set(at - 1, last.withText(last.text() + "。"));
            }
            String words = next();
            sentences.add(
                    at,
                    ReportSentence.of(words, SentenceOrigin.MACHINE)
                            .withSuggestion(new SuggestionTrace(
                                    card.id(), card.version(), words, SuggestionTrace.Act.PENDING, 0, List.of())));
        }
        return new Section(section.kind(), sentences);
    }

    SuggestionsModel beside(ReportEditorViewModel model) {
        return new SuggestionsModel(
                model,
                (query, answer) -> answer.accept(new SuggestionDoor.Answer(offers(query), List.of())),
                act -> {});
    }

    private List<Offered> offers(SuggestionQuery query) {
        List<Offered> offers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            offers.add(new Offered(card, new Suggestion(query.section(), next(), List.of(), List.of("r"), 1, 1)));
        }
        return offers;
    }

    void accept(SuggestionsModel suggestions, Offered offered) {
        if (suggestions.accept(offered)) {
            accepted.put(core(offered.suggestion().words()), true);
        }
    }

    /// With a letter in the middle taken out.
    void edit(SuggestionsModel suggestions, Offered offered) {
        String words = offered.suggestion().words();
        suggestions.accept(offered, words.substring(0, 3) + words.substring(4));
    }

    void takeOver(ReportEditorViewModel model, SectionKind kind, ReportSentence sentence) {
        List<String> taken = accepted.keySet().stream()
                .filter(core -> sentence.words().contains(core))
                .toList();
        model.takeOver(kind, sentence.id());
        taken.forEach(core -> accepted.put(core, true));
    }

    /// Undoing a yes takes it back, doing it again is a yes.
    void watch(Report before, Report now, int act) {
        for (Map.Entry<String, Boolean> entry : accepted.entrySet()) {
            if (act == UNDO && turned(now, before, entry.getKey())) {
                entry.setValue(false);
            } else if (act == REDO && turned(before, now, entry.getKey())) {
                entry.setValue(true);
            }
        }
    }

    /// Whether a sentence that says `core` is unaccepted in one report and accepted in the other.
    private static boolean turned(Report open, Report settled, String core) {
        return open.sentences().stream()
                .filter(each -> each.isUnaccepted() && each.words().contains(core))
                .anyMatch(each -> settled.sentences().stream()
                        .anyMatch(other -> other.id().equals(each.id())
                                && other.words().equals(each.words())
                                && !other.isUnaccepted()));
    }

    /// Whether letters `from` to `to` of `section` are in part those of a sentence that nobody accepted.
    boolean touches(Section section, int from, int to) {
        int start = 0;
        for (ReportSentence sentence : section.sentences()) {
            int end = start + sentence.text().length();
            if (sentence.isUnaccepted() && from < end && to > start) {
                return true;
            }
            start = end;
        }
        return false;
    }

    Set<String> accepted() {
        return accepted.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    void acceptedToo(Set<String> others) {
        others.forEach(core -> accepted.put(core, true));
    }

    boolean holdsUnaccepted(String text) {
        return accepted.entrySet().stream().anyMatch(entry -> !entry.getValue() && text.contains(entry.getKey()));
    }

    void examine(Report signed, String where) {
        signed.sentences().forEach(each -> assertFalse(each.isUnaccepted(), where + ": " + each.text()));
        String text = signed.text(SectionKind.FINDINGS) + "\n" + signed.text(SectionKind.IMPRESSION);
        accepted.forEach((core, isAccepted) ->
                assertTrue(isAccepted || !text.contains(core), () -> where + ": signed " + core + " in " + text));
    }

    private static String core(String words) {
        return words.substring(0, words.length() - 1);
    }
}
