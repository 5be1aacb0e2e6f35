package org.readingroom.services.home;

import java.util.Set;
import org.readingroom.services.identity.HomeAuthority;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.store.Database;
import org.readingroom.viewer.model.WorkstationException;

/// Gives a new home its data key, its authority and the people who can open it.
final class FirstUsers {
    /// A person of the demo department.
    record DemoPerson(String login, String displayName, Set<Role> roles) {}

    private final Database documents;
    private final UserDirectory users;
    private final HomeOptions options;

    FirstUsers(Database documents, UserDirectory users, HomeOptions options) {
        this.documents = documents;
        this.users = users;
        this.options = options;
    }

    void create(String login, String displayName, char[] password) throws WorkstationException {
        try (DataKey homeKey = DataKey.random(options.random())) {
            HomeAuthority authority = authority(homeKey);
            users.create(login, displayName, Set.of(Role.ADMINISTRATOR, Role.SENIOR), password, homeKey, authority);
        }
    }

    void createDemo(Iterable<DemoPerson> people, char[] password) throws WorkstationException {
        try (DataKey homeKey = DataKey.random(options.random())) {
            HomeAuthority authority = authority(homeKey);
            for (DemoPerson person : people) {
                users.createUnchecked(
                        person.login(), person.displayName(), person.roles(), password, homeKey, authority);
            }
        }
    }

    private HomeAuthority authority(DataKey homeKey) throws WorkstationException {
        return HomeAuthority.create(documents, new EnvelopeSeal(homeKey, options.random()), options.clock());
    }
}
