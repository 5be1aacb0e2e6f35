package org.readingroom.services.identity;

import java.util.EnumSet;
import java.util.Set;

/// A person who may sign in.
///
/// `id` never changes and is what reports and audit events carry; `loginName` is what the person types.
public record User(String id, String loginName, String displayName, Set<Role> roles) {
    public User {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
