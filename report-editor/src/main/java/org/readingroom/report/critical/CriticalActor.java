package org.readingroom.report.critical;

import java.util.EnumSet;
import java.util.Set;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;

/// Who does something in a loop. `id` is that of a user of this home, empty for somebody of the ward.
public record CriticalActor(String id, String name, Set<AuthorRole> roles, Side side) {
    /// Which side of the loop somebody is on.
    public enum Side {
        READER,
        /// Told by the hospital's systems.
        WARD,
        /// This program by itself, which only notes that it is late.
        PROGRAM,
        /// An AI system.
        MACHINE
    }

    public static final CriticalActor PROGRAM = new CriticalActor("", "", Set.of(), Side.PROGRAM);

    public CriticalActor {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    public static CriticalActor of(Author author) {
        Side side = author.roles().contains(AuthorRole.MACHINE) ? Side.MACHINE : Side.READER;
        return new CriticalActor(author.userId(), author.displayName(), author.roles(), side);
    }

    /// Somebody of the ward, as the hospital's systems name them.
    public static CriticalActor ward(String name) {
        return new CriticalActor("", name, Set.of(), Side.WARD);
    }

    public static CriticalActor machine(String name) {
        return new CriticalActor("", name, Set.of(AuthorRole.MACHINE), Side.MACHINE);
    }
}
