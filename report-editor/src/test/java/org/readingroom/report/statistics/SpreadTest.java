package org.readingroom.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    // [utest->req~report.statistics.turnaround~1]
    @Test
    void middleAndNinetiethOfTenAreThoseOfTheSortedList() {
        // 60, 70 … 150: the two in the middle are 100 and 110, the ninth is 140
        List<ReportFact> facts = IntStream.of(150, 60, 140, 70, 130, 80, 120, 90, 110, 100)
                .mapToObj(minutes -> MadeFact.signed(5).issued(minutes).fact())
                .toList();
        Spread spread = Spread.of(Step.ARRIVED_TO_ISSUED, facts);
        assertThat(spread.counted()).isEqualTo(10);
        assertThat(spread.median()).contains(Duration.ofMinutes(105));
        assertThat(spread.ninetieth()).contains(Duration.ofMinutes(140));
    }

    @Test
    void oneReportIsItsOwnMiddleAndThreeHaveOneInTheMiddle() {
        ReportFact quick = MadeFact.signed(1).issued(20).fact();
        assertThat(Spread.of(Step.ARRIVED_TO_ISSUED, List.of(quick)).median()).contains(Duration.ofMinutes(20));
        assertThat(Spread.of(Step.ARRIVED_TO_ISSUED, List.of(quick)).ninetieth())
                .contains(Duration.ofMinutes(20));
        List<ReportFact> three = List.of(
                quick,
                MadeFact.signed(1).issued(900).fact(),
                MadeFact.signed(1).issued(30).fact());
        assertThat(Spread.of(Step.ARRIVED_TO_ISSUED, three).median()).contains(Duration.ofMinutes(30));
        assertThat(Spread.of(Step.ARRIVED_TO_ISSUED, three).ninetieth()).contains(Duration.ofMinutes(900));
    }

    @Test
    void everyStepHasItsOwnTwoEnds() {
        List<ReportFact> one =
                List.of(MadeFact.signed(40).ordered(-50).issued(100).fact());
        assertThat(Spread.of(Step.ORDERED_TO_ISSUED, one).median()).contains(Duration.ofMinutes(150));
        assertThat(Spread.of(Step.ARRIVED_TO_ISSUED, one).median()).contains(Duration.ofMinutes(100));
        assertThat(Spread.of(Step.ARRIVED_TO_FIRST, one).median()).contains(Duration.ofMinutes(40));
        assertThat(Spread.of(Step.FIRST_TO_ISSUED, one).median()).contains(Duration.ofMinutes(60));
    }

    @Test
    void whatHasNoTimeOrRunsBackwardsIsSaidAndLeftOut() {
        List<ReportFact> facts = List.of(
                MadeFact.signed(10).issued(30).fact(),
                MadeFact.signed(10).issued(30).withoutTime().fact(),
                MadeFact.signed(-20).issued(-5).fact(),
                MadeFact.signed(10).fact());
        Spread spread = Spread.of(Step.ARRIVED_TO_ISSUED, facts);
        assertThat(List.of(spread.counted(), spread.missing(), spread.doubtful()))
                .containsExactly(1, 1, 1);
        assertThat(spread.median()).contains(Duration.ofMinutes(30));
        Spread none = Spread.of(Step.ARRIVED_TO_ISSUED, List.of());
        assertThat(none.median()).isEmpty();
        assertThat(none.ninetieth()).isEmpty();
    }
}
