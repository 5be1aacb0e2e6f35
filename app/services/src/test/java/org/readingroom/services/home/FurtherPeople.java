package org.readingroom.services.home;

import java.time.LocalDate;
import java.util.Set;
import org.readingroom.services.identity.HomeAuthority;
import org.readingroom.services.identity.Licence;
import org.readingroom.services.identity.NewUser;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.UnlockedUser;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.viewer.model.WorkstationException;

/// More physicians in a demo home than the one of each role, for courses of a report that three people share.
public final class FurtherPeople {
    private FurtherPeople() {}

    /// One more physician of `role`, licensed and long in practice; the password is that of the demo.
    public static void add(Home home, String loginName, String displayName, Role role) throws WorkstationException {
        NewUser person = new NewUser(
                loginName,
                displayName,
                Set.of(role),
                new Licence("DEMO-" + loginName, LocalDate.of(2099, 12, 31), LocalDate.of(2010, 7, 1)));
        try (UnlockedUser opened = home.directory().unlock("senior", "demo".toCharArray())) {
            HomeAuthority authority = HomeAuthority.open(
                    home.documents(),
                    new EnvelopeSeal(opened.homeKey(), home.options().random()),
                    home.options().clock());
            home.directory().createUnchecked(person, "demo".toCharArray(), opened.homeKey(), authority);
        }
    }
}
