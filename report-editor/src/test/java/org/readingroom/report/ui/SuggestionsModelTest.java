package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.suggest.Indication;
import org.readingroom.report.suggest.SourceCard;
import org.readingroom.report.suggest.SourceKind;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.ui.suggest.Offered;
import org.readingroom.report.ui.suggest.SuggestionDoor;
import org.readingroom.report.ui.suggest.SuggestionsModel;
import org.readingroom.viewer.model.Sex;

class SuggestionsModelTest {
    private static final SourceCard CARD =
            new SourceCard("source", "2", SourceKind.STATISTICS, "", Indication.ANY, "name", "uses", "limits");

    private final EditorBench bench = new EditorBench();
    private final ReportEditorViewModel editor = bench.model(
            Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE), SampleReports.radiologist());
    private final List<SuggestionAct> acts = new ArrayList<>();
    private final List<SuggestionQuery> asked = new ArrayList<>();
    private final List<Consumer<SuggestionDoor.Answer>> waiting = new ArrayList<>();
    private final SuggestionsModel model = new SuggestionsModel(
            editor,
            (query, answer) -> {
                asked.add(query);
                waiting.add(answer);
            },
            acts::add);

    private void answer(String... words) {
        List<Offered> offered = new ArrayList<>();
        for (String each : words) {
            offered.add(new Offered(
                    CARD, new Suggestion(asked.getLast().section(), each, List.of(), List.of("r1", "r2"), 1, 2)));
        }
        waiting.removeLast().accept(new SuggestionDoor.Answer(offered, List.of()));
    }

    private String findings() {
        return editor.report().text(SectionKind.FINDINGS);
    }

    // [utest->req~report.suggest.act~1]
    // [utest->req~report.suggest.trace~1]
    @Test
    void acceptingIsOneStepOfUndoAndTheSentenceKnowsWhereItIsFrom() {
        editor.type(SectionKind.FINDINGS, "胸廓对称。纵隔");
        model.ask(SectionKind.FINDINGS, 7);
        assertEquals("纵隔", asked.getLast().typed());
        answer("纵隔居中。", "纵隔未见肿大淋巴结。");
        assertEquals("胸廓对称。纵隔", findings(), "on offer, not in the report");
        model.accept(model.offered().get(1));
        assertEquals("胸廓对称。纵隔未见肿大淋巴结。", findings());
        ReportSentence sentence =
                editor.report().section(SectionKind.FINDINGS).sentences().getLast();
        assertEquals(SentenceOrigin.HUMAN, sentence.origin());
        assertEquals(
                new SuggestionTrace("source", "2", "纵隔未见肿大淋巴结。", SuggestionTrace.Act.ACCEPTED, 0, List.of("r1", "r2")),
                sentence.suggestion());
        assertEquals(SuggestionAct.Kind.ACCEPTED, acts.getFirst().kind());
        assertEquals(sentence.id(), acts.getFirst().sentence());
        assertFalse(model.openProperty().get());
        editor.undo();
        assertEquals("胸廓对称。纵隔", findings());
    }

    // [utest->req~report.suggest.act~1]
    @Test
    void editedWordsAreCountedByLetterAndSeveralSentencesEachKnowTheirSource() {
        model.ask(SectionKind.FINDINGS, 0);
        answer("肺内见【数值】枚结节。");
        model.accept(model.offered().getFirst(), "肺内见2枚结节。余肺清晰。");
        List<ReportSentence> sentences =
                editor.report().section(SectionKind.FINDINGS).sentences();
        assertEquals(2, sentences.size());
        SuggestionTrace first = sentences.getFirst().suggestion();
        assertTrue(first != null && first.act() == SuggestionTrace.Act.EDITED);
        assertEquals(4, first.editDistance(), "【数值】 became 2: one exchanged, three taken out");
        assertTrue(sentences.getLast().suggestion() != null);
        assertEquals(SuggestionAct.Kind.EDITED, acts.getFirst().kind());
        assertEquals("肺内见2枚结节。余肺清晰。", acts.getFirst().words());
    }

    // [utest->req~report.suggest.act~1]
    @Test
    void whatIsRejectedIsToldAndNotOfferedAgain() {
        model.ask(SectionKind.FINDINGS, 0);
        answer("甲。", "乙。");
        model.reject(model.offered().getFirst());
        assertEquals(
                List.of(SuggestionAct.Kind.REJECTED),
                acts.stream().map(SuggestionAct::kind).toList());
        model.close();
        assertEquals(1, acts.size(), "leaving is no act");
        model.ask(SectionKind.FINDINGS, 0);
        answer("甲。", "乙。");
        assertEquals(
                List.of("乙。"),
                model.offered().stream().map(each -> each.suggestion().words()).toList());
        assertEquals("", findings());
    }

    // [utest->req~report.suggest.act~1]
    @Test
    void anAnswerToAReportThatChangedIsDroppedAndALockedReportIsNotAskedFor() {
        model.ask(SectionKind.FINDINGS, 0);
        editor.type(SectionKind.FINDINGS, "胸");
        answer("甲。");
        assertFalse(model.openProperty().get());
        editor.held().hold(true);
        assertFalse(model.ask(SectionKind.FINDINGS, 0));
        assertEquals(1, asked.size());
    }
}
