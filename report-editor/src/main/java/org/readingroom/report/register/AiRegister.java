package org.readingroom.report.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.report.suggest.SuggestionUse;

/// Every use of a suggestion, as rows.
///
/// What was accepted or edited and then signed is told by the signed versions alone: without the ledger these rows are
/// the same. The ledger adds what was rejected, and what never came to a signature.
// [impl->req~report.register.rebuilt~1]
public final class AiRegister {
    private AiRegister() {}

    /// **Order:** the newest first. `versions` are those of all reports in any order.
    public static List<RegisterEntry> of(List<SignedReport> versions, List<NotedAct> ledger) {
        Map<ReportId, List<SignedReport>> reports = new LinkedHashMap<>();
        for (SignedReport version : versions) {
            reports.computeIfAbsent(version.report().id(), id -> new ArrayList<>())
                    .add(version);
        }
        List<RegisterEntry> rows = new ArrayList<>();
        reports.values().forEach(each -> {
            each.sort(Comparator.comparingInt(version -> version.act().version()));
            rows.addAll(signed(each));
        });
        for (NotedAct noted : ledger) {
            if (rows.stream().noneMatch(row -> row.isSigned() && isOf(row, noted.act()))) {
                rows.add(unsigned(noted, reports.getOrDefault(noted.act().report(), List.of())));
            }
        }
        rows.sort(Comparator.comparing(RegisterEntry::at)
                .reversed()
                .thenComparing(row -> row.report().value())
                .thenComparing(RegisterEntry::suggested));
        return List.copyOf(rows);
    }

    private static boolean isOf(RegisterEntry row, SuggestionAct act) {
        return act.kind() != SuggestionAct.Kind.REJECTED
                && row.report().equals(act.report())
                && row.source().equals(act.source())
                && row.suggested().equals(act.suggested());
    }

    /// One row a sentence, in the state of the last version that held it.
    private static List<RegisterEntry> signed(List<SignedReport> versions) {
        Map<SentenceId, RegisterEntry> rows = new LinkedHashMap<>();
        SignedReport last = ValidVersions.of(versions).getLast();
        for (SignedReport version : versions) {
            for (SuggestionUse.Used used : SuggestionUse.of(version.report()).used()) {
                RegisterEntry first = rows.get(used.sentence().id());
                rows.put(used.sentence().id(), row(version, last, used, first));
            }
        }
        return List.copyOf(rows.values());
    }

    private static RegisterEntry row(
            SignedReport version,
            SignedReport last,
            SuggestionUse.Used used,
            @org.jspecify.annotations.Nullable RegisterEntry first) {
        SuggestionTrace trace = used.trace();
        boolean isThere = last.report().sentences().stream()
                .map(ReportSentence::id)
                .anyMatch(id -> Objects.equals(id, used.sentence().id()));
        return new RegisterEntry(
                version.report().id(),
                version.report().study(),
                used.section(),
                trace.source(),
                trace.sourceVersion(),
                trace.suggested(),
                trace.act() == SuggestionTrace.Act.EDITED ? SuggestionAct.Kind.EDITED : SuggestionAct.Kind.ACCEPTED,
                trace.editDistance(),
                isThere ? used.sentence().words() : "",
                trace.basis(),
                first == null ? version.act().version() : first.version(),
                first == null ? version.act().author().displayName() : first.who(),
                first == null ? version.act().signedAt() : first.at(),
                conclusion(last.report()));
    }

    private static RegisterEntry unsigned(NotedAct noted, List<SignedReport> versions) {
        SuggestionAct act = noted.act();
        return new RegisterEntry(
                act.report(),
                act.study(),
                act.section(),
                act.source(),
                act.sourceVersion(),
                act.suggested(),
                act.kind(),
                act.editDistance(),
                "",
                act.basis(),
                0,
                noted.who(),
                noted.at(),
                versions.isEmpty()
                        ? ""
                        : conclusion(ValidVersions.of(versions).getLast().report()));
    }

    private static String conclusion(Report report) {
        return report.text(SectionKind.IMPRESSION).strip();
    }
}
