package org.readingroom.services.export;

/// Whether what leaves says whose it is.
public enum PatientIdentity {
    /// With name, identifier or other words about the patient, or possibly so.
    NAMED,
    /// De-identified: what named the patient was taken out or replaced.
    REMOVED,
    /// Nothing that was ever about a patient, such as a test pattern.
    NONE
}
