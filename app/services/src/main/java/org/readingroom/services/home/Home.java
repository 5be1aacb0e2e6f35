package org.readingroom.services.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.audit.AuditVerdict;
import org.readingroom.services.identity.Licence;
import org.readingroom.services.identity.NewUser;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.SignInRefusedException;
import org.readingroom.services.identity.UnlockedUser;
import org.readingroom.services.identity.User;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.reading.DraftRescue;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DocumentsSchema;
import org.readingroom.services.store.StoreException;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The folder of one workstation, open and locked by this process.
///
/// ```
/// home.json      format, id, demo or not        lock          held while a program has the home open
/// documents.db   what cannot be made again      index.db      what is found in instances/, rebuildable
/// audit.anchor   where the trail has reached    instances/    one sealed file an instance
/// ```
///
/// **Thread:** any but `fx` and `gl`; blocks.
public final class Home implements AutoCloseable {
    private static final String DOCUMENTS = "documents.db";

    private final Path folder;
    private final HomeRecord record;
    private final HomeOptions options;
    private final HomeLock lock;
    private final Database documents;
    private final Database index;
    private final UserDirectory users;
    private final FrontDoor door;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private volatile @Nullable HospitalSettings offered;

    private Home(
            Path folder, HomeRecord record, HomeOptions options, HomeLock lock, Database documents, Database index) {
        this.folder = folder;
        this.record = record;
        this.options = options;
        this.lock = lock;
        this.documents = documents;
        this.index = index;
        this.users = new UserDirectory(documents, options.clock(), options.random(), options.kdf(), options.lockout());
        this.door = new FrontDoor(documents, users, options.clock());
    }

    /// Opens the home in `folder`, making an empty one when there is none.
    ///
    /// **Errors:** `services.home.in-use`, `services.home.newer`, `services.home.not-a-home`,
    /// `services.home.documents-damaged`, `services.store.read-only`, `services.store.disk-full`.
    public static Home openOrCreate(Path folder) throws WorkstationException {
        return openOrCreate(folder, HomeOptions.defaults());
    }

    public static Home openOrCreate(Path folder, HomeOptions options) throws WorkstationException {
        if (!HomeRecord.isIn(folder)) {
            create(folder, false, options.clock());
        }
        return open(folder, options);
    }

    /// Opens the home in `folder`; when there is none, makes a demo home: users `resident`,
    /// `radiologist`, `senior` and `admin`, each with the password `demo`, and a department of
    /// synthetic studies.
    public static Home openOrCreateDemo(Path folder, Progress progress) throws WorkstationException {
        return openOrCreateDemo(folder, HomeOptions.defaults(), progress);
    }

    public static Home openOrCreateDemo(Path folder, HomeOptions options, Progress progress)
            throws WorkstationException {
        if (!HomeRecord.isIn(folder)) {
            DemoHome.create(folder, options, progress);
        }
        return open(folder, options);
    }

    static Home open(Path folder, HomeOptions options) throws WorkstationException {
        HomeRecord record = HomeRecord.read(folder);
        HomeLock lock = HomeLock.take(folder);
        Database documents = null;
        try {
            documents = openDocuments(folder, options, record.id());
            Database index = IndexDatabase.open(folder, options.probe());
            return new Home(folder, record, options, lock, documents, index);
        } catch (WorkstationException | RuntimeException e) {
            if (documents != null) {
                documents.close();
            }
            lock.close();
            throw e;
        }
    }

    private static Database openDocuments(Path folder, HomeOptions options, String id) throws WorkstationException {
        Path file = folder.resolve(DOCUMENTS);
        try {
            Database documents =
                    Database.open(file, Database.Durability.DURABLE, DocumentsSchema.SCHEMA, options.probe());
            if (documents.isSound()) {
                return documents;
            }
            documents.close();
        } catch (StoreException e) {
            if (!e.messageKey().equals("services.store.damaged")) {
                throw e;
            }
        }
        throw DamagedDocuments.told(file, new DraftRescue(folder, options.elsewhere(), id));
    }

    static void create(Path folder, boolean isDemo, InstantSource clock) throws WorkstationException {
        try {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> inside = Files.list(folder)) {
                    if (!inside.allMatch(HomeRecord::isBeginning)) {
                        throw new HomeException(
                                "services.home.not-a-home", List.of(folder.toString()), "folder is not empty", null);
                    }
                }
            }
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw StoreException.of(e);
        }
        HomeRecord.create(isDemo, clock.instant()).write(folder);
    }

    public Path folder() {
        return folder;
    }

    /// Names this home for ever.
    String id() {
        return record.id();
    }

    /// True when everything in it is invented.
    public boolean isDemo() {
        return record.isDemo();
    }

    /// False for a new home, which wants its first user.
    public boolean hasUsers() throws WorkstationException {
        return !users.users().isEmpty();
    }

    /// Everyone who may sign in, by login name.
    public List<User> users() throws WorkstationException {
        return users.users();
    }

    /// Makes the first user of a new home, an administrator and senior radiologist.
    ///
    /// **Errors:** `services.home.has-users`; as [UserDirectory#create].
    public void createFirstUser(String loginName, String displayName, char[] password) throws WorkstationException {
        createFirstUser(loginName, displayName, null, password);
    }

    /// As [#createFirstUser], with the licence that signing asks for.
    public void createFirstUser(String loginName, String displayName, @Nullable Licence licence, char[] password)
            throws WorkstationException {
        if (hasUsers()) {
            throw new HomeException("services.home.has-users", List.of(), "home has users", null);
        }
        Set<Role> roles = Set.of(Role.ADMINISTRATOR, Role.SENIOR);
        firstUsers().create(new NewUser(loginName, displayName, roles, licence), password);
    }

    /// The door for demo people, whose passwords are known to all.
    FirstUsers firstUsers() {
        return new FirstUsers(documents, users, options);
    }

    /// **Thread:** any but `fx`; takes a few hundred milliseconds on purpose. The caller wipes
    /// `password`.
    ///
    /// **Errors:** [SignInRefusedException], counted and audited.
    // [impl->req~identity.sign-in~1]
    public Session signIn(String loginName, char[] password) throws SignInRefusedException, WorkstationException {
        return signIn(loginName, password, Progress.IGNORED);
    }

    /// As [#signIn]; `progress` is told when the index has to be made anew first.
    public Session signIn(String loginName, char[] password, Progress progress) throws WorkstationException {
        UnlockedUser unlocked = door.unlock(loginName, password, "session.open");
        try {
            Session session = new Session(this, unlocked, progress);
            sessions.add(session);
            return session;
        } catch (WorkstationException | RuntimeException e) {
            unlocked.close();
            throw e;
        }
    }

    /// Checks the audit trail as it lies there, appending nothing but a refusal: a session's first
    /// event would move the anchor.
    ///
    /// **Errors:** as [#signIn].
    public AuditVerdict verifyAudit(String loginName, char[] password) throws WorkstationException {
        try (UnlockedUser unlocked = door.unlock(loginName, password, "audit.verify")) {
            return Session.audit(this, unlocked).verify();
        }
    }

    /// Puts `own` in the place of the password `given`, which an administrator chose; then its person can
    /// sign in.
    ///
    /// **Errors:** as [#signIn]; `services.password.short`, `services.password.same`.
    public void renewPassword(String loginName, char[] given, char[] own) throws WorkstationException {
        door.renew(loginName, given, own);
    }

    /// Offers settings of the hospital's servers, which the next person who signs in takes into the home.
    ///
    /// Signing in then fails with `services.servers.administrator-only` for who may not change them.
    public void offer(HospitalSettings settings) {
        offered = settings;
    }

    Optional<HospitalSettings> offered() {
        return Optional.ofNullable(offered);
    }

    Database documents() {
        return documents;
    }

    Database index() {
        return index;
    }

    UserDirectory directory() {
        return users;
    }

    HomeOptions options() {
        return options;
    }

    @Override
    public void close() {
        List.copyOf(sessions).forEach(Session::close);
        index.close();
        documents.close();
        lock.close();
    }

    void closed(Session session) {
        sessions.remove(session);
    }
}
