package org.readingroom.services.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.readingroom.report.sign.SoftwareKey;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.UserTable;
import org.readingroom.viewer.model.WorkstationException;

/// The users of a home and the keys behind their passwords.
///
/// ```
/// password ─Argon2id→ password key ─opens→ user key ─opens→ home data key
///                                                    └opens→ signing key
/// ```
///
/// A new password wraps only the user key again. Nobody, the administrator included, can open another
/// person's user key, so nobody else can sign as that person (clause G42).
///
/// **Thread:** any but `fx`; proving a password takes a few hundred milliseconds on purpose.
public final class UserDirectory {
    public static final int MIN_PASSWORD_CHARS = 8;

    private final Database documents;
    private final InstantSource clock;
    private final SecureRandom random;
    private final KdfParameters kdf;
    private final LockoutPolicy lockout;

    public UserDirectory(
            Database documents, InstantSource clock, SecureRandom random, KdfParameters kdf, LockoutPolicy lockout) {
        this.documents = documents;
        this.clock = clock;
        this.random = random;
        this.kdf = kdf;
        this.lockout = lockout;
    }

    /// By login name.
    public List<User> users() throws WorkstationException {
        return documents.read(UserTable::all).stream().map(UserDirectory::user).toList();
    }

    public Optional<User> user(String id) throws WorkstationException {
        return documents.read(t -> UserTable.byId(t, id)).map(UserDirectory::user);
    }

    /// Makes a user who can open `homeKey`.
    ///
    /// **Errors:** `services.user.exists`, `services.user.name-blank`, `services.password.short`.
    public User create(NewUser person, char[] password, DataKey homeKey, HomeAuthority authority)
            throws WorkstationException {
        return create(person, password, homeKey, authority, Beside.NOTHING);
    }

    /// What is kept with a new user, all or nothing.
    @FunctionalInterface
    public interface Beside {
        Beside NOTHING = (transaction, user) -> {};

        void keep(Transaction transaction, User user) throws WorkstationException;
    }

    /// As [#create]; what fails in `beside` undoes it.
    public User create(NewUser person, char[] password, DataKey homeKey, HomeAuthority authority, Beside beside)
            throws WorkstationException {
        refuseShort(password);
        return keep(person, password, homeKey, authority, beside);
    }

    /// As [#create], with a password of any length: for the people of a demo home.
    public User createUnchecked(NewUser person, char[] password, DataKey homeKey, HomeAuthority authority)
            throws WorkstationException {
        return keep(person, password, homeKey, authority, Beside.NOTHING);
    }

    private User keep(NewUser person, char[] password, DataKey homeKey, HomeAuthority authority, Beside beside)
            throws WorkstationException {
        String login = person.loginName().strip();
        if (login.isEmpty() || person.displayName().isBlank()) {
            throw new WorkstationException("services.user.name-blank", "a user without a name");
        }
        User user = new User(
                UUID.randomUUID().toString(), login, person.displayName().strip(), person.roles(), person.licence());
        Licence licence = person.licence();
        byte[] salt = newSalt();
        try (DataKey userKey = DataKey.random(random)) {
            EnvelopeSeal userSeal = new EnvelopeSeal(userKey, random);
            SigningCredentials credentials =
                    SigningCredentials.of(authority.issue(user).seal(new UserKeySeal(userSeal, user.id())));
            UserTable.Row row = new UserTable.Row(
                    user.id(),
                    login,
                    user.displayName(),
                    user.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")),
                    licence == null ? null : licence.number(),
                    licence == null ? null : licence.validUntil().toString(),
                    kdf.encoded(),
                    salt,
                    wrap(password, salt, kdf, userKey, user.id()),
                    sealKey(userSeal, homeKey, context("wrapped_data_key", user.id())),
                    credentials.sealedKey(),
                    credentials.certificates(),
                    0,
                    0,
                    clock.millis(),
                    licence == null || licence.qualifiedSince() == null
                            ? null
                            : licence.qualifiedSince().toString());
            documents.write(t -> {
                if (UserTable.byLogin(t, login).isPresent()) {
                    throw new WorkstationException("services.user.exists", List.of(login), "login name taken", null);
                }
                UserTable.insert(t, row);
                beside.keep(t, user);
                return true;
            });
        }
        return user;
    }

    /// Proves who is at the door and opens the keys.
    ///
    /// The failure is counted before the password is tried, so that ending the process does not save a try.
    ///
    /// **Errors:** [SignInRefusedException] with `services.signin.wrong` for an unknown name as for a wrong
    /// password, `services.signin.locked` with the seconds left after too many.
    // [impl->req~identity.lockout~1]
    public UnlockedUser unlock(String loginName, char[] password) throws WorkstationException {
        Optional<UserTable.Row> found = documents.write(
                t -> countAttempt(t, UserTable.byLogin(t, loginName.strip()).orElse(null)));
        if (found.isEmpty()) {
            // As slow as for a known name, so that names cannot be told by the time it takes.
            PasswordKey.derive(password, newSalt(), kdf).close();
            throw wrong();
        }
        UserTable.Row row = found.get();
        DataKey userKey = unwrap(row, password);
        try {
            EnvelopeSeal userSeal = new EnvelopeSeal(userKey, random);
            documents.write(t -> {
                UserTable.noteFailures(t, row.id(), 0, 0);
                return true;
            });
            DataKey homeKey = openKey(userSeal, row.wrappedDataKey(), context("wrapped_data_key", row.id()));
            return new UnlockedUser(user(row), userKey, homeKey);
        } catch (WorkstationException | RuntimeException e) {
            userKey.close();
            throw e;
        }
    }

    /// Whether somebody else chose the password of `id`.
    public boolean mustChange(String id) throws WorkstationException {
        return documents.read(t -> UserTable.isToChange(t, id));
    }

    /// Replaces a password; the keys behind it stay.
    ///
    /// **Errors:** as [#unlock]; `services.password.short`, `services.password.same`.
    public void changePassword(String loginName, char[] oldPassword, char[] newPassword) throws WorkstationException {
        refuseShort(newPassword);
        if (Arrays.equals(oldPassword, newPassword)) {
            throw new WorkstationException("services.password.same", "the new password is the old one");
        }
        try (UnlockedUser unlocked = unlock(loginName, oldPassword)) {
            String id = unlocked.user().id();
            byte[] salt = newSalt();
            byte[] wrapped = wrap(newPassword, salt, kdf, unlocked.userKey(), id);
            documents.write(t -> {
                UserTable.rewrap(t, id, kdf.encoded(), salt, wrapped);
                return true;
            });
        }
    }

    /// Opens the signing key of someone who has just proved to be its holder. The caller closes it.
    public SoftwareKey signingKey(UnlockedUser holder) throws WorkstationException {
        String id = holder.user().id();
        UserTable.Row row = documents
                .read(t -> UserTable.byId(t, id))
                .orElseThrow(() -> new WorkstationException("services.user.unknown", "no such user"));
        return SoftwareKey.open(
                new SigningCredentials(row.signingKey(), row.certificates()).key(),
                new UserKeySeal(new EnvelopeSeal(holder.userKey(), random), id));
    }

    private Optional<UserTable.Row> countAttempt(
            Transaction transaction, UserTable.@org.jspecify.annotations.Nullable Row row) throws WorkstationException {
        if (row == null) {
            return Optional.empty();
        }
        long now = clock.millis();
        // Further ahead than any lock lasts, the clock has been set back since.
        boolean isLocked = row.lockedUntil() > now
                && row.lockedUntil() - now <= lockout.longest().toMillis();
        if (isLocked) {
            long seconds = Duration.ofMillis(row.lockedUntil() - now + 999).toSeconds();
            throw new SignInRefusedException(
                    "services.signin.locked", List.of(seconds), "locked for " + seconds + " s");
        }
        int failures = row.failures() + 1;
        long lock = lockout.lockAfter(failures).toMillis();
        UserTable.noteFailures(transaction, row.id(), failures, lock == 0 ? 0 : now + lock);
        return Optional.of(row);
    }

    private DataKey unwrap(UserTable.Row row, char[] password) throws SignInRefusedException {
        try (DataKey passwordKey = PasswordKey.derive(password, row.salt(), KdfParameters.parse(row.kdf()))) {
            return openKey(
                    new EnvelopeSeal(passwordKey, random), row.wrappedUserKey(), context("wrapped_user_key", row.id()));
        } catch (SealBrokenException e) {
            throw wrong();
        }
    }

    private byte[] wrap(char[] password, byte[] salt, KdfParameters parameters, DataKey userKey, String userId) {
        try (DataKey passwordKey = PasswordKey.derive(password, salt, parameters)) {
            return sealKey(new EnvelopeSeal(passwordKey, random), userKey, context("wrapped_user_key", userId));
        }
    }

    private static byte[] sealKey(EnvelopeSeal seal, DataKey key, SealContext context) {
        byte[] encoded = key.encoded();
        try {
            return seal.seal(encoded, context);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static DataKey openKey(EnvelopeSeal seal, byte[] sealed, SealContext context) throws SealBrokenException {
        byte[] encoded = seal.open(sealed, context);
        try {
            return DataKey.ofEncoded(encoded);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private byte[] newSalt() {
        byte[] salt = new byte[PasswordKey.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static SealContext context(String column, String userId) {
        return new SealContext("user", column, userId);
    }

    private static void refuseShort(char[] password) throws WorkstationException {
        if (password.length < MIN_PASSWORD_CHARS) {
            throw new WorkstationException(
                    "services.password.short", List.of(MIN_PASSWORD_CHARS), "password too short", null);
        }
    }

    private static SignInRefusedException wrong() {
        return new SignInRefusedException("services.signin.wrong", List.of(), "wrong name or password");
    }

    private static User user(UserTable.Row row) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : row.roles().split(",")) {
            if (!name.isEmpty()) {
                roles.add(Role.valueOf(name));
            }
        }
        String number = row.licence();
        String until = row.licenceUntil();
        String since = row.qualifiedSince();
        Licence licence = number == null || until == null
                ? null
                : new Licence(number, LocalDate.parse(until), since == null ? null : LocalDate.parse(since));
        return new User(row.id(), row.login(), row.display(), roles, licence);
    }
}
