package org.readingroom.report.model;

/// Reports as JSON, for storage. Reading bears unknown fields; writing is exact, the same report gives the same bytes.
public final class ReportJson {
    private ReportJson() {}

    /// UTF-8.
    public static byte[] write(Report report) {
        throw new UnsupportedOperationException();
    }

    /// **Errors:** [ReportFormatException] when this is no report or one of a newer form.
    public static Report read(byte[] json) throws ReportFormatException {
        throw new UnsupportedOperationException();
    }

    /// UTF-8.
    public static byte[] writeSigned(SignedReport report) {
        throw new UnsupportedOperationException();
    }

    /// Does not verify the signature.
    ///
    /// **Errors:** [ReportFormatException] when this is no signed report or one of a newer form.
    public static SignedReport readSigned(byte[] json) throws ReportFormatException {
        throw new UnsupportedOperationException();
    }
}
