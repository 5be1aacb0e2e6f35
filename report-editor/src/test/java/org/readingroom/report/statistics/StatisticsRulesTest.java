package org.readingroom.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatisticsRulesTest {
    private static final String HEAD = "{\"format\":\"readingroom.statistics-rules\",\"formatVersion\":1,";

    // [utest->req~report.statistics.rules~1]
    @Test
    void whatShipsLetsSeniorsLookAndGivesAnEmergencyTwoHours() {
        StatisticsRules rules = StatisticsRules.shipped();
        assertThat(rules.mayLook(Set.of("SENIOR"))).isTrue();
        assertThat(rules.mayLook(Set.of("TRAINEE", "RADIOLOGIST"))).isFalse();
        assertThat(rules.limit(MadeFact.signed(1).of("DX", Urgency.EMERGENCY).fact())
                        .orElseThrow()
                        .within())
                .isEqualTo(Duration.ofHours(2));
        assertThat(rules.limit(MadeFact.signed(1).of("DX", Urgency.UNKNOWN).fact()))
                .isEmpty();
    }

    @Test
    void theFirstLimitThatFitsHolds() throws IOException {
        StatisticsRules rules = read(HEAD + "\"version\":\"own\",\"roles\":[],\"limits\":["
                + "{\"urgency\":\"ROUTINE\",\"modalities\":[\"DX\",\"CR\"],\"minutes\":120},"
                + "{\"urgency\":\"ROUTINE\",\"minutes\":2880}]}");
        assertThat(minutes(rules, "CR")).isEqualTo(120);
        assertThat(minutes(rules, "MR")).isEqualTo(2880);
        assertThat(rules.mayLook(Set.of("SENIOR"))).isFalse();
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        for (String broken : List.of(
                "{}",
                "nonsense",
                HEAD + "\"version\":\"\"}",
                HEAD + "\"version\":\"a\",\"limits\":[{\"urgency\":\"SOON\",\"minutes\":3}]}",
                HEAD + "\"version\":\"a\",\"limits\":[{\"urgency\":\"ROUTINE\",\"minutes\":0}]}",
                HEAD + "\"version\":\"a\",\"limits\":[{\"urgency\":\"ROUTINE\",\"minutes\":-5}]}",
                HEAD + "\"version\":\"a\",\"limits\":[{\"urgency\":\"ROUTINE\",\"minutes\":1.5}]}")) {
            assertThatThrownBy(() -> read(broken)).as(broken).isInstanceOf(IOException.class);
        }
    }

    // [utest->req~report.statistics.period~1]
    @Test
    void aPeriodIsWholeDaysOfItsOwnZone() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Period february = Period.monthBefore(LocalDate.of(2028, 3, 31), shanghai);
        assertThat(february.first()).isEqualTo(LocalDate.of(2028, 2, 1));
        assertThat(february.last()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(february.from()).isEqualTo("2028-01-31T16:00:00Z");
        assertThat(february.until()).isEqualTo("2028-02-29T16:00:00Z");
        assertThat(february.contains(february.from())).isTrue();
        assertThat(february.contains(february.until())).isFalse();
        assertThat(february.contains(february.until().minusMillis(1))).isTrue();
        assertThat(Period.lastDays(LocalDate.of(2026, 3, 1), 30, shanghai).first())
                .isEqualTo(LocalDate.of(2026, 1, 31));
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1), shanghai))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long minutes(StatisticsRules rules, String modality) {
        return rules.limit(MadeFact.signed(1).of(modality, Urgency.ROUTINE).fact())
                .orElseThrow()
                .within()
                .toMinutes();
    }

    private static StatisticsRules read(String json) throws IOException {
        return StatisticsRules.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
