package org.readingroom.services.identity;

/// What a person is in the department. A person may hold several.
public enum Role {
    /// Writes reports that a radiologist must take over (clause B6: student, resident, assistant physician).
    TRAINEE,
    /// Signs the primary report (clause B7).
    RADIOLOGIST,
    /// Reviews and signs what is issued (clause B8).
    SENIOR,
    /// Keeps the users; reads no patients by this role alone.
    ADMINISTRATOR;

    /// A line of the message bundles.
    public String messageKey() {
        return "services.role." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
