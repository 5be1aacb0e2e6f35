package org.readingroom.services.reading;

import java.util.EnumSet;
import java.util.Set;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.services.identity.Licence;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;

/// People of this home as those who write reports.
public final class Authors {
    private Authors() {}

    public static Author of(User user) {
        Set<AuthorRole> roles = EnumSet.noneOf(AuthorRole.class);
        for (Role role : user.roles()) {
            switch (role) {
                case TRAINEE -> roles.add(AuthorRole.TRAINEE);
                case RADIOLOGIST -> roles.add(AuthorRole.RADIOLOGIST);
                case SENIOR -> roles.add(AuthorRole.SENIOR);
                case ADMINISTRATOR -> {}
            }
        }
        Licence licence = user.licence();
        return new Author(
                user.id(),
                user.displayName(),
                roles,
                licence == null ? "" : licence.number(),
                licence == null ? null : licence.validUntil(),
                licence == null ? null : licence.qualifiedSince());
    }
}
