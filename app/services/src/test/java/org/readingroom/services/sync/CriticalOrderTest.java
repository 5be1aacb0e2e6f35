package org.readingroom.services.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.sync.OutboxEntry.State;

// [utest->req~report.critical.told-ris~1]
class CriticalOrderTest {
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

    /// What is put right never arrives before what was wrong.
    @Test
    void aCorrectionWaitsForWhatItPutsRight() throws Exception {
        OutboxEntry call = kit.critical("2.25.1", "call");
        OutboxEntry correction = kit.critical("2.25.1", "correction");
        OutboxEntry other = kit.critical("2.25.2", "other");
        kit.ris.failWith(ServerFault.BROKEN);
        kit.run("ris");
        assertEquals(List.of("other"), kit.ris.given, "a fault of one keeps no other study back");
        assertEquals(Optional.of(call.id()), waitsFor(correction));
        assertEquals(State.SENT, kit.state(other));
        kit.clock.advance(Duration.ofSeconds(2));
        kit.run("ris");
        assertEquals(List.of("other", "call", "correction"), kit.ris.given);
    }

    /// A case is not freed before it is held, and nothing else waits for either.
    // [utest->req~report.fhir.case-told~1]
    @Test
    void newsOfACaseArriveInTheirOrder() throws Exception {
        OutboxEntry held = kit.news("2.25.1001", "held");
        OutboxEntry freed = kit.news("2.25.1001", "freed");
        kit.news("2.25.2", "other");
        kit.sign("a", 1);
        kit.ris.failWith(ServerFault.BROKEN);
        kit.run("ris");
        assertEquals(List.of("other", "a/1"), kit.ris.given);
        assertEquals(Optional.of(held.id()), waitsFor(freed));
        kit.clock.advance(Duration.ofSeconds(2));
        kit.run("ris");
        assertEquals(List.of("other", "a/1", "held", "freed"), kit.ris.given);
    }

    /// A person has to decide about the report: until then the technologist hears that the images cannot be read.
    // [utest->req~report.fhir.case-told~1]
    @Test
    void imagesAreHeldWhileWhatIsToldOfTheReportWaitsForAPerson() throws Exception {
        OutboxEntry filing = kit.sign("a", 1);
        OutboxEntry returned = kit.newsOf("a", 1, "returned");
        OutboxEntry held = kit.news("2.25.1001", "held");
        OutboxEntry again = kit.newsOf("a", 1, "written again");
        kit.ris.failWith(ServerFault.REFUSED);
        kit.run("ris");
        assertEquals(State.DEAD, kit.state(filing));
        assertEquals(List.of("held"), kit.ris.given);
        assertEquals(State.SENT, kit.state(held));
        assertEquals(Optional.of(filing.id()), waitsFor(returned));
        kit.sender.retry(filing.id());
        kit.run("ris");
        assertEquals(List.of("held", "a/1", "returned", "written again"), kit.ris.given);
        assertEquals(State.SENT, kit.state(again));
    }

    @Test
    void whatAPersonHasToSeeToKeepsTheCorrectionBackAndNoReport() throws Exception {
        OutboxEntry call = kit.critical("2.25.1001", "call");
        OutboxEntry correction = kit.critical("2.25.1001", "correction");
        kit.sign("a", 1);
        kit.ris.failWith(ServerFault.REFUSED);
        kit.run("ris");
        assertEquals(State.DEAD, kit.state(call));
        assertEquals(State.WAITING, kit.state(correction));
        assertEquals(List.of("a/1"), kit.ris.given);
        kit.sender.retry(call.id());
        kit.run("ris");
        assertEquals(List.of("a/1", "call", "correction"), kit.ris.given);
    }

    private Optional<java.util.UUID> waitsFor(OutboxEntry entry) throws Exception {
        return kit.outbox.story(entry.id()).waitsFor().map(OutboxEntry::id);
    }
}
