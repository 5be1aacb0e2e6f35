package org.readingroom.report.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long one [Step] took: the middle and what nine of ten did not exceed.
///
/// `counted` reports have both times; `missing` lack one that should be there, `doubtful` end before they
/// begin, because a clock was wrong. Neither of these is in the figures. Reports that have not reached the
/// end yet are in none of the three.
///
/// `median` of an even count is the mean of the two in the middle. `ninetieth` is the nearest rank: the
/// shortest time of the list that at least 90 of 100 did not exceed.
// [impl->req~report.statistics.turnaround~1]
public record Spread(
        Step step, int counted, int missing, int doubtful, Optional<Duration> median, Optional<Duration> ninetieth) {

    public static Spread of(Step step, List<ReportFact> facts) {
        List<Duration> took = new ArrayList<>();
        int missing = 0;
        int doubtful = 0;
        for (ReportFact fact : facts) {
            Instant begin = step.begin(fact);
            Instant end = step.end(fact);
            if (end != null && begin == null) {
                missing++;
            } else if (end != null && begin != null) {
                Duration one = Duration.between(begin, end);
                if (one.isNegative()) {
                    doubtful++;
                } else {
                    took.add(one);
                }
            }
        }
        took.sort(null);
        return new Spread(step, took.size(), missing, doubtful, middle(took), ranked(took, 90));
    }

    private static Optional<Duration> middle(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Duration below = sorted.get((sorted.size() - 1) / 2);
        Duration above = sorted.get(sorted.size() / 2);
        return Optional.of(below.plus(above).dividedBy(2));
    }

    private static Optional<Duration> ranked(List<Duration> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
    }
}
