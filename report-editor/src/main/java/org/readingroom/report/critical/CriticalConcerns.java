package org.readingroom.report.critical;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// What the loops of a study say against signing its report.
// [impl->req~report.critical.signing~1]
public final class CriticalConcerns {
    /// A person found a critical value and the ward has not been told.
    public static final String UNTOLD = "critical.untold";

    private CriticalConcerns() {}

    /// `loops` are those of the report's study.
    public static List<CheckResult> of(Report report, List<CriticalCase> loops, CriticalRules rules) {
        return loops.stream()
                .filter(loop -> loop.state().isUntold())
                .map(loop -> result(report, loop, rules))
                .toList();
    }

    /// Nobody can say whether there is one.
    public static CheckResult unreadable() {
        return new CheckResult(UNTOLD, CheckSeverity.BLOCKING, "report.critical.unreadable", List.of(), null, null);
    }

    private static CheckResult result(Report report, CriticalCase loop, CriticalRules rules) {
        CriticalFinding finding = loop.finding();
        @Nullable SectionKind section = null;
        for (Section each : report.sections()) {
            boolean isThere = each.sentences().stream()
                    .anyMatch(sentence -> sentence.id().value().equals(finding.sentence()));
            section = isThere ? each.kind() : section;
        }
        return new CheckResult(
                UNTOLD,
                rules.untold(),
                "report.check.critical.untold",
                List.of(finding.name(report.language())),
                section,
                section == null ? null : new SentenceId(finding.sentence()));
    }
}
