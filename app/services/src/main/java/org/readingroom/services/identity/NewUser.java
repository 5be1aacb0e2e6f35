package org.readingroom.services.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person to be given a place in this home.
public record NewUser(
        String loginName,
        String displayName,
        Set<Role> roles,
        @Nullable Licence licence) {}
