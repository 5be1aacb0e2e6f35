package org.readingroom.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.quality.Conformity;

class MeasuresTest {
    private static final StatisticsRules RULES = StatisticsRules.shipped();
    /// Three hours after the studies: past the limit of an emergency, not past that of a routine report.
    private static final Instant NOW = MadeFact.at(180);

    // [utest->req~report.statistics.rates~1]
    @Test
    void eachShareHasItsOwnDenominator() {
        Measures measures = Measures.of(
                List.of(
                        MadeFact.signed(5).issued(9).marked(Polarity.POSITIVE).fact(),
                        MadeFact.signed(5).issued(9).marked(Polarity.NEGATIVE).fact(),
                        MadeFact.signed(5)
                                .issued(9)
                                .marked(Polarity.NEGATIVE)
                                .returned(3)
                                .fact(),
                        MadeFact.signed(5).issued(9).corrected().fact(),
                        MadeFact.signed(5).marked(Polarity.POSITIVE).returned(1).fact()),
                RULES,
                NOW);
        assertThat(measures.signed()).isEqualTo(5);
        assertThat(measures.issued()).isEqualTo(4);
        assertThat(measures.positive()).isEqualTo(new Share(1, 3));
        assertThat(measures.unmarked()).isEqualTo(1);
        assertThat(measures.returned()).isEqualTo(new Share(2, 5));
        assertThat(measures.corrected()).isEqualTo(new Share(1, 4));
        assertThat(measures.positive().percent().orElseThrow()).isCloseTo(33.333, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.001);
    }

    // [utest->req~report.statistics.in-time~1]
    @Test
    void anEmergencyIsInTimeWithinTwoHoursByItsTemporaryReportToo() {
        List<ReportFact> facts = List.of(
                emergency(5).issued(120).fact(),
                emergency(5).issued(121).fact(),
                emergency(30).temporary(30).issued(400).fact(),
                emergency(150).fact(),
                emergency(-9).issued(-1).fact(),
                emergency(5).issued(60).withoutTime().fact());
        InTime inTime = InTime.of(facts, RULES, NOW);
        // in time: 120 min and the temporary one; late: 121 min, one never issued, one before its own study
        assertThat(inTime.share()).isEqualTo(new Share(2, 5));
        assertThat(inTime.running()).isZero();
        assertThat(inTime.unmeasured()).isEqualTo(1);
    }

    @Test
    void aRoutineReportNeedsAReviewWithinADayAndRunsUntilThen() {
        List<ReportFact> facts = List.of(
                MadeFact.signed(5).issued(1440).fact(),
                MadeFact.signed(5).issued(1441).fact(),
                MadeFact.signed(5).temporary(5).fact(),
                MadeFact.signed(5).issued(10).of("CT", Urgency.UNKNOWN).fact());
        InTime early = InTime.of(facts, RULES, MadeFact.at(1440));
        assertThat(early).isEqualTo(new InTime(new Share(1, 2), 1, 1));
        InTime later = InTime.of(facts, RULES, MadeFact.at(1440).plusSeconds(1));
        assertThat(later).isEqualTo(new InTime(new Share(1, 3), 0, 1));
    }

    // [utest->req~report.statistics.conformity~1]
    @Test
    void whatConformsInPartIsInTheDenominatorAloneAndTheUndecidedInNeither() {
        Measures measures = Measures.of(
                List.of(
                        MadeFact.signed(5)
                                .issued(9)
                                .compared(Conformity.CONFORMS)
                                .fact(),
                        MadeFact.signed(5)
                                .issued(9)
                                .compared(Conformity.CONFORMS)
                                .fact(),
                        MadeFact.signed(5).issued(9).compared(Conformity.PARTLY).fact(),
                        MadeFact.signed(5)
                                .issued(9)
                                .compared(Conformity.DIFFERS)
                                .fact(),
                        MadeFact.signed(5)
                                .issued(9)
                                .compared(Conformity.UNDECIDED)
                                .fact(),
                        MadeFact.signed(5).issued(9).fact()),
                RULES,
                NOW);
        assertThat(measures.conforms()).isEqualTo(new Share(2, 4));
        assertThat(List.of(measures.partly(), measures.undecided())).containsExactly(1, 1);
    }

    @Test
    void ofNothingThereIsNoFigure() {
        Measures none = Measures.of(List.of(), RULES, NOW);
        assertThat(none.positive().percent()).isEmpty();
        assertThat(none.inTime().share().percent()).isEmpty();
        assertThat(none.returned().percent()).isEmpty();
        assertThat(none.conforms().percent()).isEmpty();
        assertThat(none.spread(Step.ARRIVED_TO_ISSUED).median()).isEmpty();
        assertThat(new Share(0, 4).percent()).hasValue(0);
        assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsAreToldApartAndTogetherAreAll() {
        List<ReportFact> facts = List.of(
                MadeFact.signed(5).of("MR", Urgency.UNKNOWN).byTrainee().fact(),
                MadeFact.signed(5).of("CT", Urgency.ROUTINE).fact(),
                MadeFact.signed(5).of("CT", Urgency.EMERGENCY).fact());
        assertThat(counts(Grouping.MODALITY, facts)).containsExactly("CT 2", "MR 1");
        assertThat(counts(Grouping.URGENCY, facts)).containsExactly("EMERGENCY 1", "ROUTINE 1", "UNKNOWN 1");
        assertThat(counts(Grouping.WRITER, facts)).containsExactly("PHYSICIAN 2", "TRAINEE 1");
        assertThat(counts(Grouping.PART, facts)).containsExactly("CHEST 3");
    }

    private static List<String> counts(Grouping by, List<ReportFact> facts) {
        return GroupRow.of(by, facts, RULES, NOW).stream()
                .map(row -> row.code() + " " + row.measures().signed())
                .toList();
    }

    private static MadeFact emergency(long signed) {
        return MadeFact.signed(signed).of("CT", Urgency.EMERGENCY);
    }
}
