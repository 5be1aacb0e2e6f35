package org.readingroom.desktop.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~report.critical.backfill~1]
class EnteredTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

    @Test
    void aTimeAloneIsOfTodayHereAndADayIsTakenAsItStands() {
        assertEquals(Optional.empty(), EnteredTime.read("  ", NOW, SHANGHAI));
        assertEquals(Optional.of(Instant.parse("2026-11-30T01:05:00Z")), EnteredTime.read("9:05", NOW, SHANGHAI));
        assertEquals(Optional.of(Instant.parse("2026-11-30T01:05:00Z")), EnteredTime.read("09：05", NOW, SHANGHAI));
        assertEquals(
                Optional.of(Instant.parse("2026-11-29T15:59:00Z")),
                EnteredTime.read("2026-11-29 23:59", NOW, SHANGHAI));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "9", "9.05", "2026-02-30 10:00", "yesterday", "2026-11-29", "９:05", "-1:00"})
    void nothingElseIsGuessed(String typed) {
        assertThrows(DateTimeException.class, () -> EnteredTime.read(typed, NOW, SHANGHAI));
    }
}
