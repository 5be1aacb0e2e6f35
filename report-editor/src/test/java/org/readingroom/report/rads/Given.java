package org.readingroom.report.rads;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Cells of a table in a test, as values: an empty cell is missing.
final class Given {
    private Given() {}

    static @Nullable BigDecimal mm(@Nullable String cell) {
        return cell == null ? null : new BigDecimal(cell);
    }

    static @Nullable Boolean is(@Nullable String cell) {
        return cell == null ? null : cell.equals("y");
    }

    static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String cell) {
        return cell == null ? null : Enum.valueOf(type, cell);
    }

    /// The code, or the reason there is none.
    static String said(RadsAnswer answer) {
        return switch (answer) {
            case RadsAnswer.Determined(String code) -> code;
            case RadsAnswer.NotDeterminable(RadsAnswer.Reason reason) -> reason.name();
        };
    }
}
