package org.readingroom.services.reading;

/// How soon a study wants reading, most urgent first.
///
/// **Source:** DICOM PS3.3 section C.4.11, Requested Procedure Priority (0040,1003).
public enum ReadingPriority {
    STAT,
    HIGH,
    ROUTINE,
    LOW;

    public static ReadingPriority ofCode(String code) {
        return switch (code.strip()) {
            case "STAT" -> STAT;
            case "HIGH" -> HIGH;
            case "MEDIUM" -> ROUTINE;
            case "LOW" -> LOW;
            default -> ROUTINE;
        };
    }

    /// A line of the message bundles.
    public String messageKey() {
        return "services.priority." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
