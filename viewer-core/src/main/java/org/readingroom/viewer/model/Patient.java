package org.readingroom.viewer.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who the pictures are of, as the files say it.
public record Patient(
        PatientId id, PersonName name, @Nullable LocalDate birthDate, Sex sex) {}
