package org.readingroom.report.prior;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far another system says that a report is. What holds no more, or never held, has no state here.
///
/// **Source:** FHIR R4, DiagnosticReportStatus.
public enum OutsideState {
    FINAL,
    AMENDED,
    CORRECTED,
    APPENDED,
    /// `preliminary` and `partial`: somebody may still change it.
    PRELIMINARY;

    /// Nothing for `registered`, which has no words yet, for `cancelled` and `entered-in-error`, and for
    /// what nobody knows.
    public static Optional<OutsideState> of(String status) {
        if (status.equals("partial")) {
            return Optional.of(PRELIMINARY);
        }
        return Arrays.stream(values()).filter(one -> one.code().equals(status)).findFirst();
    }

    /// Whether somebody answers for its words.
    public boolean isSure() {
        return this != PRELIMINARY;
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A line of the message bundles.
    public String messageKey() {
        return "report.outside." + code();
    }
}
