package org.readingroom.services.identity;

import org.readingroom.services.seal.DataKey;

/// Who proved to be someone, with the keys that the password opened.
///
/// **Owner:** whoever closes it, which wipes both keys.
public record UnlockedUser(User user, DataKey userKey, DataKey homeKey) implements AutoCloseable {
    @Override
    public void close() {
        userKey.close();
        homeKey.close();
    }
}
