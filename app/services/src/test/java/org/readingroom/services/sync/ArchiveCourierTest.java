package org.readingroom.services.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~outbox.stored~1]
class ArchiveCourierTest {
    private static final SmallDicom OBJECT = SmallDicom.of(1, 1);
    private static final SopInstanceUid INSTANCE = new SopInstanceUid(OBJECT.instance());
    private static final SopInstanceUid OTHER = new SopInstanceUid("2.25.999");

    @Test
    void whatTheArchiveSaysItHasIsSent() throws Exception {
        Receipt receipt = send(new StoreAnswer(List.of(INSTANCE), List.of()), null, false);
        assertEquals(INSTANCE.value(), receipt.resource());
    }

    /// A yes to another object, or to nothing, is no yes.
    @Test
    void silenceIsNoAcknowledgement() {
        assertEquals(
                ServerFault.GARBLED,
                fault(new StoreAnswer(List.of(OTHER), List.of()), null, false).fault());
        assertEquals(
                ServerFault.GARBLED,
                fault(new StoreAnswer(List.of(), List.of()), null, false).fault());
    }

    @Test
    void aRefusalKeepsItsReasonAndItsHope() {
        SendFault full = fault(refused(0xA700, false), null, false);
        assertEquals(ServerFault.Next.LATER, full.fault().next());
        SendFault never = fault(refused(0xC000, true), null, false);
        assertEquals(ServerFault.Next.PERSON, never.fault().next());
        assertEquals("Failure Reason (0008,1197) 0xC000", never.answer());
    }

    /// The reply to the first attempt was lost, and the archive takes nothing twice.
    @Test
    void whatAnEarlierAttemptStoredIsFetchedAndCompared() throws Exception {
        StoreAnswer twice = refused(0x0111, true);
        assertEquals(INSTANCE.value(), send(twice, OBJECT.bytes(), true).resource());
        assertEquals(
                ServerFault.REFUSED,
                fault(twice, OBJECT.withShift(5).bytes(), true).fault(),
                "another object");
        assertEquals(ServerFault.REFUSED, fault(twice, null, true).fault(), "not there");
        assertEquals(ServerFault.REFUSED, fault(twice, OBJECT.bytes(), false).fault(), "it cannot be ours");
    }

    private static StoreAnswer refused(int reason, boolean isFinal) {
        return new StoreAnswer(
                List.of(), List.of(new StoreAnswer.Refused(INSTANCE, reason, isFinal, "services.server.refused")));
    }

    private static SendFault fault(StoreAnswer answer, byte @org.jspecify.annotations.Nullable [] held, boolean again) {
        return assertThrows(SendFault.class, () -> send(answer, held, again));
    }

    private static Receipt send(StoreAnswer answer, byte @org.jspecify.annotations.Nullable [] held, boolean again)
            throws Exception {
        Archive archive = (Archive) Proxy.newProxyInstance(
                Archive.class.getClassLoader(), new Class<?>[] {Archive.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("store")) {
                        return answer;
                    }
                    if (held == null) {
                        throw new ArchiveException(ServerFault.MISSING, "not there", null);
                    }
                    return held;
                });
        OutboxEntry entry = new OutboxEntry(
                UUID.randomUUID(),
                new StudyUid(OBJECT.study()),
                "",
                0,
                "SR",
                "application/dicom",
                "pacs",
                Instant.EPOCH,
                OutboxEntry.State.WAITING,
                0,
                1);
        return new ArchiveCourier(archive).send(new Courier.Parcel(entry, OBJECT.bytes(), Base.NONE, again));
    }
}
