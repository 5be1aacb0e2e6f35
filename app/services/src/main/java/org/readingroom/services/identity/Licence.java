package org.readingroom.services.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A physician's licence to practise (clause B20); `validUntil` is its last good day. `qualifiedSince`
/// is the day they began to practise; null when nobody entered it.
public record Licence(
        String number, LocalDate validUntil, @Nullable LocalDate qualifiedSince) {
    public Licence(String number, LocalDate validUntil) {
        this(number, validUntil, null);
    }
}
