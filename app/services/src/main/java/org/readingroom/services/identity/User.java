package org.readingroom.services.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person who may sign in.
///
/// `id` never changes and is what reports and audit events carry; `loginName` is what the person types;
/// `licence` is null when none is on record.
public record User(
        String id,
        String loginName,
        String displayName,
        Set<Role> roles,
        @Nullable Licence licence) {
    public User {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    /// A person without a licence.
    public User(String id, String loginName, String displayName, Set<Role> roles) {
        this(id, loginName, displayName, roles, null);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
