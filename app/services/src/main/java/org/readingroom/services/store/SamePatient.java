package org.readingroom.services.store;

import org.readingroom.viewer.model.Patient;

/// Whether a file may join a study: one study has one patient.
public final class SamePatient {
    private SamePatient() {}

    /// By the number; where there is none, by the name, in whatever case it was typed.
    public static boolean is(Patient one, Patient other) {
        return one.id().value().equals(other.id().value())
                && (!one.id().value().isBlank()
                        || one.name().display().equalsIgnoreCase(other.name().display()));
    }
}
