package org.readingroom.services.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.sync.OutboxEntry.State;

/// What holds other entries back, and what does not.
class HeldLaneTest {
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

    @Test
    void thatACaseIsReadHoldsNothingBack() throws Exception {
        kit.sign("a", 1);
        kit.run("ris");
        OutboxEntry task = kit.task("a", 1);
        OutboxEntry next = kit.sign("a", 2);
        kit.ris.failWith(ServerFault.REFUSED);
        kit.run("ris");
        assertEquals(List.of(State.DEAD, State.SENT), List.of(kit.state(task), kit.state(next)));
    }

    /// One entry tells of a server that forbids everything; setting that one aside lets the next ask again.
    // [utest->req~outbox.back-off~1]
    @Test
    void aDoorThatIsForbiddenBurnsOneEntryOnly() throws Exception {
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            entries.add(kit.sign("r" + i, 1));
        }
        kit.ris.failWith(ServerFault.FORBIDDEN, ServerFault.FORBIDDEN);
        kit.run("ris");
        assertEquals(1, kit.ris.parcels.size());
        assertEquals(1, kit.outbox.deadLetters().size());
        kit.sender.setAside(entries.getFirst().id(), "told by phone");
        kit.run("ris");
        assertEquals(2, kit.ris.parcels.size());
        assertTrue(kit.sender.isHeld("ris"));
        kit.sender.retry(entries.get(1).id());
        kit.run("ris");
        assertEquals(19, kit.ris.given.size());
    }
}
