package org.readingroom.report.sign;

import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;

/// Turns a report and the circumstances of its signing into an immutable signed version.
///
/// **Thread:** any but `fx`.
public final class ReportSigner {
    /// **Errors:** [SigningException] when the key does not sign or its certificate is not good at the act's time.
    public SignedReport sign(Report report, SigningAct act, SigningKey key) throws SigningException {
        throw new UnsupportedOperationException();
    }
}
