package org.readingroom.services.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditVerdict.Finding;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DocumentsSchema;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.PassingSeal;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.WorkstationException;

/// A hand with full access to the files, triggers dropped, does to the trail what it likes.
// [utest->req~audit.chain~1]
// [utest->req~audit.verify~1]
// [utest->req~audit.anchor~1]
class AuditVerifierTest {
    @TempDir
    Path folder;

    private interface Hand {
        void work(Connection connection, Statement statement) throws Exception;
    }

    @BeforeEach
    void writeATrail() throws Exception {
        try (Home home = QuickHome.demo(path());
                Session session = QuickHome.signIn(home, "senior")) {
            for (int i = 0; i < 10; i++) {
                session.audit().append(Action.READ, "study.open", "2.25." + i, Outcome.SUCCESS, "");
            }
        }
        assertTrue(verdict().isIntact());
    }

    @Test
    void namesTheEventThatWasChanged() throws Exception {
        tamper((c, s) -> s.execute("UPDATE audit SET user = 'someone' WHERE sequence = 5"));
        assertEquals(
                List.of(new Finding("services.audit.changed", 5)), verdict().findings());
        tamper((c, s) -> s.execute("UPDATE audit SET object = NULL WHERE sequence = 7"));
        assertEquals(2, verdict().findings().size());
    }

    /// The anchor in the file is read apart from the database: an event between the two is no tampering.
    @Test
    void anEventAppendedDuringTheCheckIsNoCut() throws Exception {
        try (Database documents = Database.open(
                folder.resolve("own.db"), Database.Durability.DURABLE, DocumentsSchema.SCHEMA, WriteProbe.NONE)) {
            SecureRandom random = new SecureRandom();
            Seal seal = new EnvelopeSeal(DataKey.random(random), random);
            AuditTrail trail = trail(documents, seal);
            trail.append(Action.READ, "study.open", null, Outcome.SUCCESS, "");
            Seal meddling = new PassingSeal(seal) {
                private boolean done;

                @Override
                public byte[] open(byte[] sealed, SealContext context) throws SealBrokenException {
                    if (context.table().equals("home") && !done) {
                        done = true;
                        append(trail);
                    }
                    return super.open(sealed, context);
                }
            };
            AuditVerdict verdict = trail(documents, meddling).verify();
            assertEquals(List.of(), verdict.findings());
            assertEquals(2, trail.verify().events());
        }
    }

    private static void append(AuditTrail trail) {
        try {
            trail.append(Action.READ, "study.open", null, Outcome.SUCCESS, "");
        } catch (WorkstationException e) {
            throw new IllegalStateException(e);
        }
    }

    private AuditTrail trail(Database documents, Seal seal) {
        return new AuditTrail(
                documents, seal, folder.resolve("own.anchor"), WriteProbe.NONE, new QuickHome.Clock(), "u");
    }

    @Test
    void namesTheGap() throws Exception {
        tamper((c, s) -> s.execute("DELETE FROM audit WHERE sequence = 5"));
        assertEquals(Set.of("services.audit.gap", "services.audit.unlinked"), keys());
    }

    @Test
    void noticesAGapThatWasClosedByRenumbering() throws Exception {
        tamper((c, s) -> {
            s.execute("DELETE FROM audit WHERE sequence = 5");
            s.execute("UPDATE audit SET sequence = -(sequence - 1) WHERE sequence > 5");
            s.execute("UPDATE audit SET sequence = -sequence WHERE sequence < 0");
        });
        assertTrue(keys().contains("services.audit.changed"));
    }

    @Test
    void noticesEventsThatChangedPlaces() throws Exception {
        tamper((c, s) -> {
            s.execute("UPDATE audit SET sequence = -1 WHERE sequence = 5");
            s.execute("UPDATE audit SET sequence = 5 WHERE sequence = 6");
            s.execute("UPDATE audit SET sequence = 6 WHERE sequence = -1");
        });
        assertTrue(keys().contains("services.audit.changed"));
        assertTrue(keys().contains("services.audit.unlinked"));
    }

    @Test
    void noticesAnEventPutInFront() throws Exception {
        tamper((c, s) -> s.execute("INSERT INTO audit SELECT 0, time, user, action, type, object, outcome, detail,"
                + " algorithm, previous, digest FROM audit WHERE sequence = 1"));
        assertFalse(verdict().isIntact());
    }

    @Test
    void noticesThatTheEndWasCutOff() throws Exception {
        long last = verdict().events();
        tamper((c, s) -> s.execute("DELETE FROM audit WHERE sequence > " + (last - 3)));
        assertEquals(Set.of("services.audit.cut"), keys());
    }

    @Test
    void noticesAChainThatWasComputedAnew() throws Exception {
        tamper((c, s) -> {
            s.execute("UPDATE audit SET user = 'someone' WHERE sequence = 5");
            recompute(c);
        });
        assertEquals(Set.of("services.audit.replaced"), keys());
    }

    @Test
    void noticesADatabasePutBackToAnEarlierState() throws Exception {
        Path copy = Files.copy(path().resolve("documents.db"), folder.resolve("copy"));
        try (Home home = QuickHome.demo(path());
                Session session = QuickHome.signIn(home, "senior")) {
            session.audit().append(Action.EXECUTE, "export", "2.25.1", Outcome.SUCCESS, "");
        }
        Files.copy(copy, path().resolve("documents.db"), StandardCopyOption.REPLACE_EXISTING);
        assertTrue(keys().contains("services.audit.cut"));
    }

    @Test
    void noticesThatTheAnchorIsGoneOrChanged() throws Exception {
        byte[] anchor = Files.readAllBytes(path().resolve("audit.anchor"));
        anchor[anchor.length - 1] ^= 1;
        Files.write(path().resolve("audit.anchor"), anchor);
        assertEquals(Set.of("services.audit.anchor-broken"), keys());
        Files.delete(path().resolve("audit.anchor"));
        assertEquals(Set.of("services.audit.anchor-missing"), keys());
    }

    @Test
    void theNextSessionRecordsThatTheAnchorDidNotHold() throws Exception {
        Files.delete(path().resolve("audit.anchor"));
        try (Home home = QuickHome.demo(path());
                Session session = QuickHome.signIn(home, "senior")) {
            assertTrue(session.audit().latest(5).stream()
                    .anyMatch(event -> event.type().equals("audit.anchor") && event.outcome() == Outcome.FAILURE));
            assertTrue(session.audit().verify().isIntact());
        }
    }

    @Test
    void holdsNoIdentifierInTheClear() throws Exception {
        try (Home home = QuickHome.demo(path());
                Session session = QuickHome.signIn(home, "senior")) {
            assertTrue(session.audit().latest(50).stream()
                    .noneMatch(event -> event.object() != null && event.object().contains("2.25.")));
        }
    }

    private Set<String> keys() throws Exception {
        return verdict().findings().stream().map(Finding::messageKey).collect(Collectors.toSet());
    }

    /// Looks without appending: a session's first event would move the anchor.
    private AuditVerdict verdict() throws Exception {
        Path copy = folder.resolve("look");
        deleteTree(copy);
        try (var walk = Files.walk(path())) {
            for (Path each : walk.toList()) {
                Path target = copy.resolve(path().relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
        try (Home home = QuickHome.demo(copy)) {
            return home.verifyAudit("senior", "demo".toCharArray());
        }
    }

    private void tamper(Hand hand) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path().resolve("documents.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS audit_never_update");
            statement.execute("DROP TRIGGER IF EXISTS audit_never_delete");
            hand.work(connection, statement);
        }
    }

    private static void recompute(Connection connection) throws Exception {
        List<AuditTable.Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var r = statement.executeQuery("SELECT sequence, time, user, action, type, object, outcome, detail,"
                        + " algorithm FROM audit ORDER BY sequence")) {
            byte[] previous = AuditChain.beginning();
            while (r.next()) {
                AuditTable.Row open = new AuditTable.Row(
                        r.getLong(1),
                        r.getLong(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        r.getString(8),
                        r.getString(9),
                        previous,
                        new byte[0]);
                byte[] digest = AuditChain.digest(open);
                rows.add(new AuditTable.Row(
                        open.sequence(),
                        open.time(),
                        open.user(),
                        open.action(),
                        open.type(),
                        open.object(),
                        open.outcome(),
                        open.detail(),
                        open.algorithm(),
                        previous,
                        digest));
                previous = digest;
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE audit SET previous = ?, digest = ? WHERE sequence = ?")) {
            for (AuditTable.Row row : rows) {
                update.setBytes(1, row.previous());
                update.setBytes(2, row.digest());
                update.setLong(3, row.sequence());
                update.execute();
            }
        }
    }

    private static void deleteTree(Path tree) throws Exception {
        if (Files.exists(tree)) {
            try (var walk = Files.walk(tree)) {
                for (Path each :
                        walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private Path path() {
        return folder.resolve("home");
    }
}
