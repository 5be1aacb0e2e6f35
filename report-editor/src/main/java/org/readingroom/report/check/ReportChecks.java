package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Runs every check over a report, as often as it changes.
///
/// **Thread:** any; takes well under a millisecond for a report of usual length.
// [impl->req~report.check.all~1]
public final class ReportChecks {
    private final CheckRules rules;
    private final List<ReportCheck> checks = List.of(
            new CompletenessCheck(),
            new LeftoverCheck(),
            new SideCheck(),
            new SexOrganCheck(),
            new NumberCheck(),
            new TenfoldCheck());

    public ReportChecks(CheckRules rules) {
        this.rules = rules;
    }

    /// **Order:** blocking first, then in reading order.
    public List<CheckResult> check(CheckContext context) {
        List<CheckResult> results = new ArrayList<>();
        for (ReportCheck check : checks) {
            check.check(
                    context,
                    concern -> results.add(new CheckResult(
                            concern.checkId(),
                            rules.severity(concern.checkId()),
                            "report.check." + concern.checkId(),
                            concern.arguments(),
                            concern.section(),
                            concern.sentence())));
        }
        results.sort(Comparator.comparing(CheckResult::severity)
                .thenComparing(CheckResult::section, Comparator.nullsFirst(Comparator.naturalOrder())));
        return results;
    }
}
