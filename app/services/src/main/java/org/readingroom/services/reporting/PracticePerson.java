package org.readingroom.services.reporting;

import java.util.List;
import java.util.Set;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.identity.Role;

/// A person of this home with what is on record of them as a physician.
///
/// **Order:** `changes` oldest first; without one, what is on record was entered when the person was made.
public record PracticePerson(String id, String name, Set<Role> roles, Practice practice, List<PracticeChange> changes) {
    public PracticePerson {
        roles = Set.copyOf(roles);
        changes = List.copyOf(changes);
    }
}
