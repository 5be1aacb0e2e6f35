package org.readingroom.services.export;

import java.util.Optional;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;

/// Allows by role (clauses G19, G23, G24, G38): who reads may let out what is read; DICOM objects that name the patient
/// only who may sign.
public final class RolePolicy implements ExportPolicy {
    @Override
    public Optional<String> objection(User user, ExportRequest request) {
        boolean signs = user.has(Role.RADIOLOGIST) || user.has(Role.SENIOR);
        boolean reads = signs || user.has(Role.TRAINEE);
        if (!reads && request.identity() != PatientIdentity.NONE) {
            return Optional.of("services.export.not-a-reader");
        }
        if (!signs && request.form() == ExportForm.DICOM && request.identity() == PatientIdentity.NAMED) {
            return Optional.of("services.export.named-objects");
        }
        return Optional.empty();
    }
}
