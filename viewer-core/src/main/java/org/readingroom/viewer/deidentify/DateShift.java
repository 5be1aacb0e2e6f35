package org.readingroom.viewer.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Moves dates by whole days, so that what lies between two of them stays.
///
/// **Source:** DICOM PS3.15 section E.3.6.
final class DateShift {
    private final int days;

    DateShift(int days) {
        this.days = days;
    }

    /// A date, or a date with time, moved; empty when it cannot be told whole, since a part would not move rightly.
    String move(String value) {
        String digits = value.replace(".", "");
        if (digits.length() < 8 || !digits.substring(0, 8).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "";
        }
        // Dates of the old standard have points between: 1997.04.01
        boolean isOld = value.length() >= 10 && value.charAt(4) == '.' && value.charAt(7) == '.';
        String rest = isOld ? value.substring(10) : value.substring(8);
        try {
            LocalDate date = LocalDate.parse(digits.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
            return date.plusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE) + rest;
        } catch (DateTimeException e) {
            return "";
        }
    }
}
