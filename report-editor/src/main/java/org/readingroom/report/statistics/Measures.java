package org.readingroom.report.statistics;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.quality.Conformity;

/// The figures of one group of reports.
///
/// `signed` counts the group: reports whose first version was signed in the period. `issued` are those of
/// them that were reviewed since. `positive` is of the issued ones that somebody marked; `unmarked` nobody
/// did. `returned` is the share of the group that was sent back at least once. `corrected` is the share of
/// the issued ones that were changed after issue.
///
/// `conforms` is of those that were compared with surgery, pathology or follow-up and decided; `partly` of
/// them agree in part, `undecided` are not known yet and in neither.
// [impl->req~report.statistics.conformity~1]
// [impl->req~report.statistics.rates~1]
public record Measures(
        int signed,
        int issued,
        Map<Step, Spread> spreads,
        InTime inTime,
        Share positive,
        int unmarked,
        Share returned,
        Share corrected,
        Share conforms,
        int partly,
        int undecided) {
    public Measures {
        spreads = Map.copyOf(spreads);
    }

    public static Measures of(List<ReportFact> facts, StatisticsRules rules, Instant now) {
        List<ReportFact> issued = facts.stream().filter(ReportFact::isIssued).toList();
        Map<Step, Spread> spreads = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            spreads.put(step, Spread.of(step, facts));
        }
        int positive = marked(issued, Polarity.POSITIVE);
        int negative = marked(issued, Polarity.NEGATIVE);
        int returned = (int) facts.stream().filter(fact -> fact.returned() > 0).count();
        int corrected = (int) issued.stream().filter(ReportFact::isCorrected).count();
        int decided = compared(facts, Conformity.CONFORMS)
                + compared(facts, Conformity.PARTLY)
                + compared(facts, Conformity.DIFFERS);
        return new Measures(
                facts.size(),
                issued.size(),
                spreads,
                InTime.of(facts, rules, now),
                new Share(positive, positive + negative),
                marked(issued, Polarity.UNMARKED),
                new Share(returned, facts.size()),
                new Share(corrected, issued.size()),
                new Share(compared(facts, Conformity.CONFORMS), decided),
                compared(facts, Conformity.PARTLY),
                compared(facts, Conformity.UNDECIDED));
    }

    public Spread spread(Step step) {
        Spread spread = spreads.get(step);
        if (spread == null) {
            throw new IllegalArgumentException("no times of " + step);
        }
        return spread;
    }

    private static int compared(List<ReportFact> facts, Conformity verdict) {
        return (int) facts.stream().filter(fact -> fact.conformity() == verdict).count();
    }

    private static int marked(List<ReportFact> facts, Polarity mark) {
        return (int) facts.stream().filter(fact -> fact.conclusion() == mark).count();
    }
}
