package org.readingroom.report.ui.suggest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.report.suggest.SuggestionLog;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.suggest.UseRefusal;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.viewer.edit.Edit;

/// The suggestions on offer for one report. They stand beside the text and never in it: only [#accept], a person's act,
/// puts one there.
///
/// **Thread:** `fx`, or one test thread.
// [impl->req~report.suggest.act~1]
public final class SuggestionsModel {
    /// As many as keys count.
    private static final int MOST = 9;

    private final ReportEditorViewModel editor;
    private final SuggestionDoor door;
    private final SuggestionLog log;
    private final ObservableList<Offered> offered = FXCollections.observableArrayList();
    private final List<UseRefusal> refusals = new ArrayList<>();
    private final Set<String> rejected = new HashSet<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private SectionKind section = SectionKind.FINDINGS;
    private int caret;
    /// Counts what was asked and left; an answer to an earlier question is dropped.
    private int turn;

    public SuggestionsModel(ReportEditorViewModel editor, SuggestionDoor door, SuggestionLog log) {
        this.editor = editor;
        this.door = door;
        this.log = log;
    }

    /// What is on offer, the best first; empty while nothing was found.
    public ObservableList<Offered> offered() {
        return FXCollections.unmodifiableObservableList(offered);
    }

    /// Why sources that are there were not asked.
    public List<UseRefusal> refusals() {
        return List.copyOf(refusals);
    }

    /// Whether an answer is waiting for a person.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public SectionKind section() {
        return section;
    }

    /// Asks for the place of the caret; false, with a notice, when nothing may be written there.
    public boolean ask(SectionKind kind, int at) {
        if (!editor.isEditable(kind)) {
            editor.say("report.ui.locked");
            return false;
        }
        close();
        Report report = editor.report();
        section = kind;
        caret = at;
        int asking = turn;
        CaretPlace place = CaretPlace.of(report.section(kind), at, report.language());
        LocalDate today = LocalDate.ofInstant(
                editor.ports().clock().instant(), editor.ports().zone());
        SuggestionQuery query = new SuggestionQuery(report, kind, place.typed(), today, MOST + rejected.size());
        door.ask(query, answer -> show(asking, report, answer));
        return true;
    }

    /// An answer to a report that was changed meanwhile is dropped.
    private void show(int asking, Report asked, SuggestionDoor.Answer answer) {
        if (asking != turn || !editor.report().equals(asked)) {
            return;
        }
        offered.setAll(answer.offered().stream()
                .filter(each -> each.suggestion().section() == section)
                .filter(each -> !rejected.contains(each.suggestion().words()))
                .limit(MOST)
                .toList());
        refusals.clear();
        refusals.addAll(answer.refusals());
        open.set(true);
    }

    /// A person takes a suggestion as it is, which clause D1 asks for.
    public boolean accept(Offered chosen) {
        return accept(chosen, chosen.suggestion().words());
    }

    /// A person takes it with other words; false when nothing could be written.
    public boolean accept(Offered chosen, String words) {
        if (!open.get() || !offered.contains(chosen) || words.isBlank()) {
            return false;
        }
        List<ReportSentence> taken = chosen.suggestion().taken(chosen.card(), words);
        if (!editor.write(put(taken))) {
            return false;
        }
        boolean isAsSuggested = words.strip().equals(chosen.suggestion().words());
        log.note(act(
                chosen, isAsSuggested ? SuggestionAct.Kind.ACCEPTED : SuggestionAct.Kind.EDITED, words.strip(), taken));
        close();
        return true;
    }

    /// A person turns it down; it is not offered again for this report.
    public void reject(Offered chosen) {
        if (open.get() && offered.remove(chosen)) {
            rejected.add(chosen.suggestion().words());
            log.note(act(chosen, SuggestionAct.Kind.REJECTED, "", List.of()));
        }
    }

    /// Leaves what is on offer; no act, nothing is recorded.
    public void close() {
        turn++;
        offered.clear();
        refusals.clear();
        open.set(false);
    }

    private Function<Report, Edit<Report>> put(List<ReportSentence> taken) {
        return now -> {
            Section there = now.section(section);
            CaretPlace place = CaretPlace.of(there, caret, now.language());
            ReportSentence unfinished = place.unfinished();
            if (unfinished == null) {
                return ReportEdits.insertAll(now, section, place.index(), taken);
            }
            if (!taken.getFirst().words().startsWith(unfinished.words())) {
                // other words than those that were begun: they stay, and this comes behind them
                return ReportEdits.insertAll(now, section, place.index() + 1, taken);
            }
            Report without = ReportEdits.delete(now, section, unfinished.id()).apply(now);
            Report with = ReportEdits.insertAll(without, section, place.index(), taken)
                    .apply(without);
            return ReportEdits.exchange(now, List.of(with.section(section)), "report.edit.suggestion");
        };
    }

    private SuggestionAct act(Offered chosen, SuggestionAct.Kind kind, String words, List<ReportSentence> sentences) {
        Suggestion suggestion = chosen.suggestion();
        Report report = editor.report();
        int distance = sentences.stream()
                .map(ReportSentence::suggestion)
                .mapToInt(trace -> trace == null ? 0 : trace.editDistance())
                .sum();
        return new SuggestionAct(
                report.id(),
                report.study(),
                section,
                chosen.card().id(),
                chosen.card().version(),
                suggestion.words(),
                kind,
                words,
                distance,
                sentences.isEmpty() ? null : sentences.getFirst().id(),
                suggestion.basis());
    }
}
