package org.readingroom.services.ris;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

/// Patients that lists and headers mark with a colour (clause A23).
public enum PatientFlag {
    CRITICAL,
    EMERGENCY,
    INFECTIOUS,
    ELDERLY;

    /// **Source:** 中华人民共和国老年人权益保障法, article 2.
    private static final int ELDERLY_YEARS = 60;

    public static boolean isElderly(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears() >= ELDERLY_YEARS;
    }

    /// A line of the message bundles.
    public String messageKey() {
        return "services.ris.flag." + name().toLowerCase(Locale.ROOT);
    }
}
