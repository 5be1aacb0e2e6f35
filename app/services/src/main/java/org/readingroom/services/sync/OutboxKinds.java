package org.readingroom.services.sync;

/// The kinds of entries that the sending tells apart; objects made of marks are named by their modality.
public final class OutboxKinds {
    /// A signed version of a report, for the RIS.
    public static final String REPORT = "report";
    /// The PDF of a signed version as a DICOM object, for the archive.
    public static final String DOCUMENT = "DOC";
    /// The words of a signed version as a structured report, for the archive.
    public static final String NARRATIVE = "SR";
    /// Tells the RIS that a case is read.
    public static final String TASK = "task";

    /// Tells the RIS that earlier versions of a report hold no more.
    public static final String RECALL = "recall";

    /// Tells the RIS of one event of a critical value.
    public static final String CRITICAL = "critical";

    /// Tells the RIS how the work on a case stands: its report was sent back, its images cannot be read.
    public static final String CASE = "case";

    /// What is told of a report once it is there, and holds no other entry back.
    static boolean isBeside(String kind) {
        return kind.equals(TASK) || kind.equals(RECALL) || kind.equals(CASE);
    }

    private OutboxKinds() {}
}
