package org.readingroom.services.identity;

import java.time.LocalDate;

/// A physician's licence to practise (clause B20); `validUntil` is its last good day.
public record Licence(String number, LocalDate validUntil) {}
