package org.readingroom.report.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How many reports were there within the limit for their kind.
///
/// What has not been reported by now and whose time is over counts as late, as does what a wrong clock
/// makes uncertain; `running` are those whose time still runs, which count for neither. `unmeasured` have
/// no time of study, or are of an urgency or modality that no limit is set for.
// [impl->req~report.statistics.in-time~1]
public record InTime(Share share, int running, int unmeasured) {
    public static InTime of(List<ReportFact> facts, StatisticsRules rules, Instant now) {
        int inTime = 0;
        int all = 0;
        int running = 0;
        int unmeasured = 0;
        for (ReportFact fact : facts) {
            Optional<ReadingLimit> limit = rules.limit(fact);
            Instant arrived = fact.arrived();
            if (limit.isEmpty() || arrived == null) {
                unmeasured++;
                continue;
            }
            Duration within = limit.get().within();
            Instant reported = limit.get().reported(fact);
            if (reported == null && !now.isAfter(arrived.plus(within))) {
                running++;
                continue;
            }
            all++;
            if (reported != null) {
                Duration took = Duration.between(arrived, reported);
                inTime += !took.isNegative() && took.compareTo(within) <= 0 ? 1 : 0;
            }
        }
        return new InTime(new Share(inTime, all), running, unmeasured);
    }
}
