package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.assets.Messages;

// [utest->req~priors.time-apart~1]
class TimeApartTest {
    private static final LocalDate NOW = LocalDate.of(2026, 1, 15);

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, same day, 同日",
        "2026-01-14, 1 day earlier, 1 天前",
        "2026-01-02, 13 days earlier, 13 天前",
        "2026-01-01, 2 weeks earlier, 2 周前",
        "2025-11-16, 8 weeks earlier, 8 周前",
        "2025-11-15, 2 months earlier, 2 个月前",
        "2025-05-15, 8 months earlier, 8 个月前",
        "2025-05-16, 7 months earlier, 7 个月前",
        "2024-01-15, 2 years earlier, 2 年前",
        "2022-11-15, 3 years 2 months earlier, 3 年 2 个月前",
        "2022-12-15, 3 years 1 month earlier, 3 年 1 个月前",
        "2026-01-18, 3 days later, 3 天后"
    })
    void timeIsSaidInWordsAndNeverLongerThanItWas(LocalDate other, String english, String chinese) {
        assertEquals(english, TimeApart.of(Messages.of(Locale.ENGLISH), NOW, other));
        assertEquals(chinese, TimeApart.of(Messages.of(Locale.CHINESE), NOW, other));
    }

    @Test
    void anUnknownDateIsSaid() {
        assertEquals("time apart unknown", TimeApart.of(Messages.of(Locale.ENGLISH), NOW, null));
        assertEquals("time apart unknown", TimeApart.of(Messages.of(Locale.ENGLISH), null, NOW));
    }
}
