package org.readingroom.report.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SuggestionTrace;

/// Remembers the words of machines that have stood in a report while it is being written, so that text that was cut,
/// joined or put elsewhere still knows whose it was.
///
/// Words that nobody has said yes to stay a machine's wherever they come back whole; words that somebody accepted come
/// back with their trace. A person who writes over a part of them makes them their own, as
/// [ReportSentence#rewritten] says. What was copied before the report was opened anew is not followed: the editor hands
/// no unaccepted words to the clipboard.
///
/// **Thread:** that of the report.
// [impl->req~report.suggest.never-unaccepted~1]
public final class MachineWords {
    /// chosen: shorter words, such as `无。`, are anybody's unless they are the whole sentence.
    private static final int TELLING = 4;

    private final Map<String, ReportSentence> seen = new LinkedHashMap<>();

    /// Takes in every sentence of `report` that a machine had a part in.
    public void see(Report report) {
        for (ReportSentence sentence : report.sentences()) {
            if (sentence.isUnaccepted() || sentence.suggestion() != null) {
                cores(sentence).forEach(core -> seen.put(core, sentence));
            }
        }
    }

    /// `after` is `before` with sentences a person has said yes to as they stand; their words are the person's now.
    public void accepted(Report before, Report after) {
        for (ReportSentence was : before.sentences()) {
            boolean isTaken = was.isUnaccepted()
                    && after.sentences().stream()
                            .anyMatch(now -> now.id().equals(was.id())
                                    && now.words().equals(was.words())
                                    && !now.isUnaccepted());
            if (isTaken) {
                cores(was).forEach(seen::remove);
            }
        }
    }

    /// What typing does, as [ReportEdits#setText].
    public ReportEdit keep(Report report, SectionKind kind, String text) {
        see(report);
        Section before = report.section(kind);
        Section typed = SectionText.replace(before, text);
        List<ReportSentence> kept = typed.sentences().stream()
                .map(sentence -> isOld(before, sentence) ? sentence : kept(sentence))
                .toList();
        return ReportEdits.typed(report, new Section(kind, kept));
    }

    /// The words as they stand and, of an unaccepted sentence, as they were suggested: a person may have written beside
    /// them.
    private static List<String> cores(ReportSentence sentence) {
        SuggestionTrace trace = sentence.suggestion();
        String suggested = sentence.isUnaccepted() && trace != null ? trace.suggested() : sentence.text();
        return Stream.of(sentence.words(), suggested.strip())
                .map(SectionText::core)
                .filter(core -> !core.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isOld(Section before, ReportSentence sentence) {
        return before.sentences().stream()
                .anyMatch(old -> old.id().equals(sentence.id()) && old.words().equals(sentence.words()));
    }

    private ReportSentence kept(ReportSentence sentence) {
        ReportSentence result = sentence;
        for (Map.Entry<String, ReportSentence> entry : seen.entrySet()) {
            if (!says(sentence, entry.getKey())) {
                continue;
            }
            ReportSentence machine = entry.getValue();
            if (machine.isUnaccepted()) {
                return result.withOrigin(SentenceOrigin.MACHINE).withSuggestion(machine.suggestion());
            }
            if (result.suggestion() == null && machine.suggestion() != null) {
                result = result.withSuggestion(machine.suggestion().rewritten(sentence.words()));
            }
        }
        return result;
    }

    private static boolean says(ReportSentence sentence, String core) {
        return core.length() < TELLING
                ? SectionText.core(sentence.words()).equals(core)
                : sentence.words().contains(core);
    }
}
