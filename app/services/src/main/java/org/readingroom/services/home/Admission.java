package org.readingroom.services.home;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.HomeAuthority;
import org.readingroom.services.identity.NewUser;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.UnlockedUser;
import org.readingroom.services.identity.User;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.PracticeTable;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.UserTable;
import org.readingroom.viewer.model.WorkstationException;

/// Takes further people into the home: by an administrator, each with its audit event or not at all.
///
/// The first password is known to whoever typed it, so that it opens no session: at the door the new person
/// puts another in its place, and only then can sign.
///
/// **Thread:** any but `fx` and `gl`; takes a few hundred milliseconds on purpose.
// [impl->req~identity.admission~1]
public final class Admission {
    /// chosen: what can be typed at every keyboard and told apart on a printed list.
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    /// chosen: a name that fits the value of a DICOM person name (64 characters) and holds no delimiter of
    /// it.
    private static final Pattern DISPLAY = Pattern.compile("[^\\p{Cntrl}\\\\^=]{1,64}");

    private final Home home;
    private final UnlockedUser holder;
    private final AuditTrail audit;

    Admission(Home home, UnlockedUser holder, AuditTrail audit) {
        this.home = home;
        this.holder = holder;
        this.audit = audit;
    }

    public boolean mayAdmit() {
        return holder.user().has(Role.ADMINISTRATOR);
    }

    /// Takes in whom `person` names, with `practice` on record; `password` opens only the change to another
    /// one. The caller wipes it.
    ///
    /// **Errors:** `services.user.` and `not-allowed`, `name-blank`, `login-form`, `display-form`, `no-role`,
    /// `exists`; `services.password.short`; `services.practice.` and `licence-half`, `licence-before`,
    /// `licence-taken`, `since-future`, `since-past`.
    public void admit(String login, String display, Set<Role> roles, Practice practice, char[] password)
            throws WorkstationException {
        try {
            refuseIf(!mayAdmit(), "services.user.not-allowed");
            String name = login.strip();
            String shown = display.strip();
            refuseIf(name.isEmpty() || shown.isEmpty(), "services.user.name-blank");
            refuseIf(!LOGIN.matcher(name).matches(), "services.user.login-form");
            refuseIf(!DISPLAY.matcher(shown).matches(), "services.user.display-form");
            refuseIf(roles.isEmpty(), "services.user.no-role");
            String fault =
                    practice.fault(LocalDate.ofInstant(home.options().clock().instant(), ZoneId.systemDefault()));
            refuseIf(!fault.isEmpty(), "services.practice." + fault);
            keep(new NewUser(name, shown, roles, null), practice, password);
        } catch (WorkstationException e) {
            audit.appendFailure(Action.CREATE, "user", null, e);
            throw e;
        }
    }

    private void keep(NewUser person, Practice practice, char[] password) throws WorkstationException {
        EnvelopeSeal seal = new EnvelopeSeal(holder.homeKey(), home.options().random());
        HomeAuthority authority =
                HomeAuthority.open(home.documents(), seal, home.options().clock());
        AtomicReference<AuditTable.@Nullable Row> head = new AtomicReference<>();
        home.directory().create(person, password, holder.homeKey(), authority, (t, user) -> {
            refuseOtherCase(t, user);
            refuseIf(PracticeTable.isTaken(t, user.id(), practice.licence()), "services.practice.licence-taken");
            String names = user.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
            PracticeTable.enter(
                    t,
                    new PracticeTable.Entry(
                            user.id(),
                            user.displayName(),
                            names,
                            kept(practice.licence()),
                            day(practice.licenceUntil()),
                            day(practice.since()),
                            kept(practice.qualification())));
            UserTable.mustChange(t, user.id());
            head.set(audit.appendIn(t, Action.CREATE, "user", user.id(), Outcome.SUCCESS, names));
        });
        AuditTable.Row event = head.get();
        if (event != null) {
            audit.publish(event);
        }
    }

    /// The store knows capitals of the Latin alphabet without accents only.
    private static void refuseOtherCase(Transaction transaction, User user) throws WorkstationException {
        for (UserTable.Row one : UserTable.all(transaction)) {
            if (!one.id().equals(user.id()) && one.login().equalsIgnoreCase(user.loginName())) {
                throw new WorkstationException(
                        "services.user.exists", List.of(user.loginName()), "login name taken", null);
            }
        }
    }

    private static @Nullable String kept(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static void refuseIf(boolean isWrong, String key) throws WorkstationException {
        if (isWrong) {
            throw new WorkstationException(key, "a new user is refused");
        }
    }
}
