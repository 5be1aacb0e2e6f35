package org.readingroom.services.home;

import org.readingroom.services.identity.HomeAuthority;
import org.readingroom.services.identity.NewUser;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.store.Database;
import org.readingroom.viewer.model.WorkstationException;

/// Gives a new home its data key, its authority and the people who can open it.
final class FirstUsers {
    private final Database documents;
    private final UserDirectory users;
    private final HomeOptions options;

    FirstUsers(Database documents, UserDirectory users, HomeOptions options) {
        this.documents = documents;
        this.users = users;
        this.options = options;
    }

    void create(NewUser person, char[] password) throws WorkstationException {
        try (DataKey homeKey = DataKey.random(options.random())) {
            HomeAuthority authority = authority(homeKey);
            users.create(person, password, homeKey, authority);
        }
    }

    void createDemo(Iterable<NewUser> people, char[] password) throws WorkstationException {
        try (DataKey homeKey = DataKey.random(options.random())) {
            HomeAuthority authority = authority(homeKey);
            for (NewUser person : people) {
                users.createUnchecked(person, password, homeKey, authority);
            }
        }
    }

    private HomeAuthority authority(DataKey homeKey) throws WorkstationException {
        return HomeAuthority.create(documents, new EnvelopeSeal(homeKey, options.random()), options.clock());
    }
}
