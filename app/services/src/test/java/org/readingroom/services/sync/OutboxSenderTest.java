package org.readingroom.services.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.OutboxEvent.Kind;
import org.readingroom.viewer.model.WorkstationException;

class OutboxSenderTest {
    @TempDir
    Path folder;

    private SendingKit kit;

    @BeforeEach
    void open() throws Exception {
        kit = new SendingKit(folder);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    // [utest->req~outbox.order~1]
    @Test
    void theVersionsOfAReportArriveInTheOrderTheyWereSigned() throws Exception {
        OutboxEntry first = kit.sign("a", 1);
        OutboxEntry second = kit.sign("a", 2);
        OutboxEntry other = kit.sign("b", 1);
        kit.ris.failWith(ServerFault.BROKEN);
        kit.run("ris");
        assertEquals(List.of("b/1"), kit.ris.given, "a fault of one entry keeps no other report back");
        assertEquals(State.WAITING, kit.state(first));
        assertEquals(Optional.of(first.id()), waitsFor(second));
        kit.clock.advance(Duration.ofSeconds(2));
        kit.run("ris");
        assertEquals(List.of("b/1", "a/1", "a/2"), kit.ris.given);
        assertEquals(List.of(State.SENT, State.SENT, State.SENT), states(first, second, other));
    }

    // [utest->req~outbox.order~1]
    @Test
    void aDocumentLeavesForTheArchiveOnceTheRisHasItsVersion() throws Exception {
        kit.sign("a", 1);
        kit.document("a", 1);
        kit.object("marks");
        kit.run("pacs");
        assertEquals(List.of("marks"), kit.pacs.given);
        kit.run("ris");
        kit.run("pacs");
        assertEquals(List.of("marks", "a/1 pdf"), kit.pacs.given);
    }

    @Test
    void withoutARisNothingWaitsForOne() throws Exception {
        OutboxEntry report = kit.sign("a", 1);
        kit.document("a", 1);
        kit.sender = kit.sender(Map.of("pacs", kit.pacs));
        kit.run("pacs");
        assertEquals(List.of("a/1 pdf"), kit.pacs.given);
        assertEquals(State.WAITING, kit.state(report));
    }

    // [utest->req~outbox.acknowledged-once~1]
    @Test
    void aLostReplyIsLookedForBeforeItIsSentAgain() throws Exception {
        OutboxEntry entry = kit.sign("a", 1);
        kit.ris.losesReply = true;
        kit.ris.failWith(ServerFault.SILENT);
        kit.run("ris");
        assertEquals(State.WAITING, kit.state(entry));
        kit.ris.losesReply = false;
        kit.clock.advance(Duration.ofMinutes(1));
        kit.run("ris");
        assertEquals(State.SENT, kit.state(entry));
        assertEquals(
                List.of(false, true),
                kit.ris.parcels.stream().map(Courier.Parcel::mayBeThere).toList());
        assertEquals(List.of("a/1"), kit.ris.given);
        assertEquals(2, kit.outbox.entry(entry.id()).attempts());
    }

    // [utest->req~outbox.acknowledged-once~1]
    @Test
    void anAcknowledgementThatComesTwiceCountsOnce() throws Exception {
        OutboxEntry entry = kit.sign("a", 1);
        kit.run("ris");
        OutboxLedger ledger = new OutboxLedger(kit.documents, kit.seal, kit.audit, kit.clock);
        assertFalse(ledger.acknowledged(entry, new Receipt("DiagnosticReport/9", "9", null)));
        assertEquals("1", kit.outbox.receipt(entry.id()).orElseThrow().version());
        assertEquals(
                List.of(Kind.SENT),
                kit.outbox.story(entry.id()).events().stream()
                        .map(OutboxEvent::kind)
                        .toList());
        assertEquals(
                1,
                kit.audit.latest(100).stream()
                        .filter(event -> event.type().equals("outbox.send"))
                        .count());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("documents.db"));
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "UPDATE receipt SET at = 0",
                    "DELETE FROM receipt",
                    "UPDATE outbox_event SET kind = 'SENT'",
                    "DELETE FROM outbox_event")) {
                assertThrows(SQLException.class, () -> statement.executeUpdate(sql), sql);
            }
        }
    }

    /// What is signed on top of a version that is still under way rests on what the server makes of it.
    @Test
    void aLaterVersionRestsOnTheReceiptOfTheOneBefore() throws Exception {
        kit.sign("b", 1);
        kit.run("ris");
        kit.sign("a", 1);
        kit.sign("a", 2);
        kit.run("ris");
        kit.sign("a", 3);
        kit.run("ris");
        assertEquals(
                List.of(
                        Base.NONE,
                        Base.NONE,
                        new Base("2", "DiagnosticReport/1", "d"),
                        new Base("3", "DiagnosticReport/1", "d")),
                kit.ris.parcels.stream().map(Courier.Parcel::base).toList());
    }

    // [utest->req~outbox.back-off~1]
    @Test
    void aServerThatIsDownIsAskedMoreAndMoreRarelyAndByOneEntryOnly() throws Exception {
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            entries.add(kit.sign("report " + i, 1));
        }
        kit.ris.failWith(
                IntStream.range(0, 10).mapToObj(i -> ServerFault.UNREACHABLE).toArray(ServerFault[]::new));
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Duration wait = kit.run("ris").orElseThrow();
            waits.add(wait.toMillis());
            assertEquals(i + 1, kit.ris.parcels.size(), "one request a rest");
            kit.clock.advance(wait);
        }
        // between half and the whole of 2, 4, 8 … 60 seconds
        long step = 2000;
        for (long wait : waits) {
            assertTrue(wait >= step / 2 && wait <= step, waits::toString);
            step = Math.min(60_000, step * 2);
        }
        kit.run("ris");
        assertEquals(50, kit.ris.given.size());
        assertEquals(11, kit.outbox.entry(entries.getFirst().id()).attempts());
        OutboxStory story = kit.outbox.story(entries.getFirst().id());
        assertEquals(List.of(Kind.FAILED, Kind.SENT), kinds(story), "the same failure is told once");
    }

    // [utest->req~outbox.back-off~1]
    @Test
    void theServersWishToBeLeftAloneIsKept() throws Exception {
        OutboxEntry entry = kit.sign("a", 1);
        kit.ris.faults.add(SendingKit.fault(ServerFault.BUSY, Duration.ofSeconds(90)));
        Duration wait = kit.run("ris").orElseThrow();
        assertTrue(wait.toMillis() >= 90_000 && wait.toMillis() <= 100_000, wait::toString);
        kit.clock.advance(Duration.ofSeconds(89));
        kit.run("ris");
        assertEquals(1, kit.ris.parcels.size());
        // also by another session of the same home
        kit.sender = kit.sender(Map.of("ris", kit.ris));
        kit.run("ris");
        assertEquals(1, kit.ris.parcels.size());
        kit.clock.advance(Duration.ofSeconds(11));
        kit.run("ris");
        assertEquals(State.SENT, kit.state(entry));
    }

    @Test
    void aLinkThatIsBackEndsTheRest() throws Exception {
        kit.sign("a", 1);
        kit.ris.failWith(ServerFault.SILENT);
        kit.run("ris");
        kit.sender.linkIsBack("ris");
        kit.run("ris");
        assertEquals(List.of("a/1"), kit.ris.given);
    }

    // [utest->req~outbox.resolved~1]
    @Test
    void whatTheServerRefusesWaitsForAPersonWithTheServersWords() throws Exception {
        OutboxEntry first = kit.sign("a", 1);
        OutboxEntry second = kit.sign("a", 2);
        kit.ris.failWith(ServerFault.REFUSED, ServerFault.REFUSED);
        assertEquals(Optional.empty(), kit.run("ris"));
        assertEquals(List.of(State.DEAD, State.WAITING), states(first, second));
        assertEquals(
                List.of(first.id()),
                kit.outbox.deadLetters().stream().map(OutboxEntry::id).toList());
        OutboxStory story = kit.outbox.story(first.id());
        assertEquals("said the server: REFUSED", story.serversWords());
        assertEquals("services.server.refused", story.events().getLast().reasonKey());
        assertTrue(kit.sender.retry(first.id()));
        kit.run("ris");
        assertEquals(State.DEAD, kit.state(first), "refused again");
        assertThrows(WorkstationException.class, () -> kit.sender.setAside(first.id(), "  "));
        assertTrue(kit.sender.setAside(first.id(), "told by phone"));
        kit.run("ris");
        assertEquals(List.of(State.SET_ASIDE, State.SENT), states(first, second));
        assertEquals(List.of(Kind.DEAD, Kind.RETRIED, Kind.DEAD, Kind.SET_ASIDE), kinds(kit.outbox.story(first.id())));
        assertEquals(
                "told by phone", kit.outbox.story(first.id()).events().getLast().words());
        assertFalse(kit.sender.retry(second.id()), "sent already");
        assertFalse(kit.sender.setAside(second.id(), "too late"));
        assertFalse(kit.audit.latest(100).toString().contains("said the server"), "the server's words are sealed");
    }

    @Test
    void aConflictWaitsForAPerson() throws Exception {
        OutboxEntry entry = kit.sign("a", 1);
        kit.ris.failWith(ServerFault.CONFLICT);
        assertEquals(Optional.empty(), kit.run("ris"));
        assertEquals(State.CONFLICT, kit.state(entry));
    }

    /// A credential that ran out is the server's matter: one entry tells of it, the others are not burnt too.
    @Test
    void aDoorThatNeedsAPersonHoldsTheLane() throws Exception {
        OutboxEntry first = kit.sign("a", 1);
        OutboxEntry other = kit.sign("b", 1);
        kit.ris.failWith(ServerFault.SIGNED_OUT);
        assertEquals(Optional.empty(), kit.run("ris"));
        assertEquals(List.of(State.DEAD, State.WAITING), states(first, other));
        assertTrue(kit.sender.isHeld("ris"));
        kit.sender.linkIsBack("ris");
        kit.run("ris");
        assertEquals(1, kit.ris.parcels.size());
        kit.sender.retry(first.id());
        kit.run("ris");
        assertEquals(List.of(State.SENT, State.SENT), states(first, other));
    }

    /// A fault nobody foresaw, and an entry that is damaged on the disk, keep no other back.
    @Test
    void aPoisonedEntryKeepsNoOtherBack() throws Exception {
        OutboxEntry first = kit.sign("a", 1);
        OutboxEntry second = kit.object("b");
        kit.ris.faults.add(new IllegalStateException("nobody foresaw this"));
        kit.sign("c", 1);
        kit.run("ris");
        assertEquals(List.of("c/1"), kit.ris.given);
        assertEquals(
                "services.server.garbled",
                kit.outbox.story(first.id()).events().getLast().reasonKey());
        kit.object("d");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("documents.db"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER outbox_keeps_content");
            statement.execute("UPDATE outbox SET body = x'00' WHERE id = '" + second.id() + "'");
        }
        kit.run("pacs");
        assertEquals(List.of("d"), kit.pacs.given);
        assertEquals(State.DEAD, kit.state(second));
    }

    /// With real threads: everything goes, closing ends what is under way, and it is looked for afterwards.
    // [utest->req~outbox.sent~1]
    @Test
    void itRunsInTheBackgroundAndStopsWithTheSession() throws Exception {
        for (int i = 0; i < 20; i++) {
            kit.sign("a", i + 1);
            kit.document("a", i + 1);
        }
        CountDownLatch sent = new CountDownLatch(40);
        kit.sender.onChange(id -> sent.countDown());
        kit.sender.start();
        kit.sender.start();
        assertTrue(sent.await(60, TimeUnit.SECONDS));
        kit.sender.close();
        assertEquals(IntStream.rangeClosed(1, 20).mapToObj(i -> "a/" + i).toList(), kit.ris.given);
        assertEquals(20, kit.pacs.given.size());

        CountDownLatch begun = new CountDownLatch(1);
        kit.sender = kit.sender(Map.of("ris", parcel -> {
            begun.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw SendingKit.fault(ServerFault.SILENT, null);
        }));
        OutboxEntry hangs = kit.sign("b", 1);
        kit.sender.start();
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        long before = System.nanoTime();
        kit.sender.close();
        assertTrue(System.nanoTime() - before < 30_000_000_000L, "closing gives up what is under way");
        assertEquals(State.WAITING, kit.state(hangs));
        kit.sender = kit.sender(Map.of("ris", kit.ris));
        kit.run("ris");
        assertTrue(kit.ris.parcels.getLast().mayBeThere());
    }

    private List<State> states(OutboxEntry... entries) throws Exception {
        List<State> states = new ArrayList<>();
        for (OutboxEntry entry : entries) {
            states.add(kit.state(entry));
        }
        return states;
    }

    private static List<Kind> kinds(OutboxStory story) {
        return story.events().stream().map(OutboxEvent::kind).toList();
    }

    private Optional<UUID> waitsFor(OutboxEntry entry) throws Exception {
        return kit.outbox.story(entry.id()).waitsFor().map(OutboxEntry::id);
    }
}
