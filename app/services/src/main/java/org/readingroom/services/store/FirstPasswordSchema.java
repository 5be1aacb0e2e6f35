package org.readingroom.services.store;

import java.util.List;

/// The mark on a password that somebody else chose: `user.must_change` is 1 until its person has put another
/// in its place. Whoever was there before chose their own.
final class FirstPasswordSchema {
    private FirstPasswordSchema() {}

    static List<String> step() {
        return List.of("ALTER TABLE user ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0");
    }
}
