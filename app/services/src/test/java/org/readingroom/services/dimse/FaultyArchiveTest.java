package org.readingroom.services.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;

/// An archive that breaks off, lies, never ends or sends what nobody asked for: it ends in time and in words, and
/// only whole instances of what was asked for are handed over.
// [utest->req~dimse.whole-only~1]
// [utest->req~dimse.hostile~1]
class FaultyArchiveTest {
    private static final String CT = TalkingPeer.CT;
    private static final LaneRunner LANES = new LaneRunner(Runnable::run);
    private static final DimseOptions IMPATIENT = DimseOptions.DEFAULT.within(Duration.ofMillis(500));
    private static final Duration BOUND = Duration.ofSeconds(25);
    private static final StudyQuery ALL = new StudyQuery("", "", "", null, null, List.of(), null);

    private final List<byte[]> came = new ArrayList<>();
    private DimseOptions options = DimseOptions.DEFAULT.within(Duration.ofSeconds(60));

    @AfterAll
    static void closeLanes() {
        LANES.close();
    }

    private Link link(FaultyPeer peer) throws DimseException {
        return new Link(peer.peer(), AeTitle.OURS, options, LANES);
    }

    private String getFault(TalkingPeer.Talk talk) throws Exception {
        try (FaultyPeer peer = TalkingPeer.of(talk)) {
            return assertTimeoutPreemptively(BOUND, () -> assertThrows(DimseException.class, () -> get(peer)))
                    .messageKey();
        }
    }

    private void get(FaultyPeer peer) throws Exception {
        Wanted wanted = new Wanted(new StudyUid("2.25.1001"), new SeriesUid("2.25.1001.1"), null, came::add);
        Link link = link(peer);
        try (Association association = link.get(List.of(CT), StorageProposals.Way.EACH)) {
            new Retrieval(association, link.options(), wanted, Progress.IGNORED).get();
            association.release();
        }
    }

    private ServerFault findFault(TalkingPeer.Talk talk) throws Exception {
        try (FaultyPeer peer = TalkingPeer.of(talk)) {
            DimseArchive archive = new DimseArchive(link(peer), 0, LinkWitness.NONE);
            return assertTimeoutPreemptively(
                            BOUND,
                            () -> assertThrows(
                                    ArchiveException.class, () -> archive.studies(ALL, 0, 10, Progress.IGNORED)))
                    .fault();
        }
    }

    @Test
    void whatCameBeforeAnAbortIsKept() throws Exception {
        assertEquals("services.dimse.aborted", getFault(with -> {
            with.stores(SmallDicom.of(1, 1));
            FaultyPeer.say(with.socket(), new Pdu.Abort(2, 0));
        }));
        assertEquals(1, came.size());
    }

    @Test
    void anInstanceCutShortIsNotHandedOver() throws Exception {
        byte[] whole = TalkingPeer.wire(SmallDicom.of(1, 1));
        assertEquals("services.dimse.incomplete", getFault(with -> {
            int status = with.stores("2.25.1001.1.1", Arrays.copyOf(whole, whole.length - 100));
            assertEquals(QueryRetrieve.NOT_UNDERSTOOD, status);
            with.ends(0, 1, 0);
        }));
        assertEquals(0, came.size());
    }

    @Test
    void anInstanceThatIsNotTheOneNamedIsNotHandedOver() throws Exception {
        assertEquals("services.dimse.incomplete", getFault(with -> {
            assertEquals(QueryRetrieve.NOT_UNDERSTOOD, with.stores("2.25.7", TalkingPeer.wire(SmallDicom.of(1, 1))));
            with.ends(0, 1, 0);
        }));
        assertEquals(0, came.size());
    }

    @Test
    void anInstanceNobodyAskedForIsTurnedAway() throws Exception {
        try (FaultyPeer peer = TalkingPeer.of(with -> {
            assertEquals(QueryRetrieve.NOT_AUTHORISED, with.stores(SmallDicom.of(2, 1)));
            assertEquals(0, with.stores(SmallDicom.of(1, 1)));
            assertEquals(0, with.stores(SmallDicom.of(1, 1)));
            with.ends(0, 1, 0);
            with.reader().read();
            FaultyPeer.say(with.socket(), new Pdu.ReleaseRp());
        })) {
            get(peer);
            peer.await();
        }
        assertEquals(1, came.size(), "the same twice is one");
    }

    @Test
    void aSuccessThatSentLessThanItSaysIsNone() throws Exception {
        assertEquals("services.dimse.incomplete", getFault(with -> {
            with.stores(SmallDicom.of(1, 1));
            with.ends(0, 3, 0);
        }));
        assertEquals(1, came.size());
    }

    @Test
    void partlyFailedIsIncomplete() throws Exception {
        assertEquals("services.dimse.incomplete", getFault(with -> {
            with.stores(SmallDicom.of(1, 1));
            with.ends(0xB000, 1, 1);
        }));
    }

    @Test
    void pendingForEverWithoutAnInstanceEnds() throws Exception {
        options = IMPATIENT;
        assertEquals("services.dimse.timeout", getFault(with -> {
            for (int i = 0; i < 2000; i++) {
                with.ends(0xFF00, 0, 0);
                Thread.sleep(20);
            }
        }));
    }

    @Test
    void aLargerPduThanAgreedIsAnsweredWithAbort() throws Exception {
        CompletableFuture<Pdu> answered = new CompletableFuture<>();
        assertEquals("services.dimse.protocol", getFault(with -> {
            with.socket().getOutputStream().write(new byte[] {4, 0, 0x7F, 0, 0, 0});
            answered.complete(with.reader().read());
        }));
        assertEquals(new Pdu.Abort(2, 6), answered.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aCancelledFetchBreaksOff() throws Exception {
        Progress cancelled = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        CompletableFuture<Pdu> answered = new CompletableFuture<>();
        try (FaultyPeer peer = TalkingPeer.of(with -> {
            with.ends(0xFF00, 0, 0);
            answered.complete(with.reader().read());
        })) {
            Link link = link(peer);
            Wanted wanted = new Wanted(new StudyUid("1"), new SeriesUid("1"), null, came::add);
            DimseException thrown = assertThrows(DimseException.class, () -> {
                try (Association association = link.get(List.of(CT), StorageProposals.Way.EACH)) {
                    new Retrieval(association, link.options(), wanted, cancelled).get();
                }
            });
            assertEquals("services.dimse.cancelled", thrown.messageKey());
            assertEquals(new Pdu.Abort(0, 0), answered.get(30, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @CsvSource({"A700, BUSY", "A900, REFUSED", "C001, BROKEN", "0124, FORBIDDEN", "0122, REFUSED", "FE00, BROKEN"})
    void aFailedSearchSaysWhatIsToBeDone(String status, ServerFault fault) throws Exception {
        assertEquals(fault, findFault(with -> {
            with.ends(Integer.parseInt(status, 16), 0, 0);
            with.reader().read();
        }));
    }

    @Test
    void aSearchThatFallsSilentIsALoss() throws Exception {
        options = IMPATIENT;
        assertEquals(ServerFault.SILENT, findFault(with -> Thread.sleep(40_000)));
    }

    @Test
    void aMatchWithoutItsIdentifierIsNone() throws Exception {
        assertEquals(ServerFault.GARBLED, findFault(with -> {
            with.pending(null);
            with.reader().read();
        }));
    }

    // [utest->req~dimse.find~1]
    @Test
    void aListWithoutEndIsCancelledWhenItIsEnough() throws Exception {
        CompletableFuture<CommandSet> heard = new CompletableFuture<>();
        try (FaultyPeer peer = TalkingPeer.of(with -> {
            for (int i = 0; i < 30; i++) {
                with.pending(match("2.25.5" + i, "DEMO"));
            }
            heard.complete(FaultyPeer.message(with.reader()).command());
            with.pending(match("2.25.6", "DEMO"));
            with.ends(QueryRetrieve.CANCELLED, 0, 0);
            with.reader().read();
            FaultyPeer.say(with.socket(), new Pdu.ReleaseRp());
        })) {
            StudyPage page = new DimseArchive(link(peer), 0, LinkWitness.NONE).studies(ALL, 0, 10, Progress.IGNORED);
            assertEquals(10, page.studies().size());
            assertEquals(10, page.next());
            assertEquals(
                    QueryRetrieve.C_CANCEL_RQ, heard.get(30, TimeUnit.SECONDS).commandField());
        }
    }

    // [utest->req~archive.match~1]
    @Test
    void anArchiveThatPassesOverTheFilterDoesNotWidenTheList() throws Exception {
        try (FaultyPeer peer = TalkingPeer.of(with -> {
            with.pending(match("2.25.1", "DEMO-1"));
            with.pending(match("2.25.2", "DEMO-2"));
            with.ends(0, 0, 0);
            with.reader().read();
            FaultyPeer.say(with.socket(), new Pdu.ReleaseRp());
        })) {
            StudyPage page = new DimseArchive(link(peer), 0, LinkWitness.NONE)
                    .studies(StudyQuery.ofPatient("DEMO-2"), 0, 10, Progress.IGNORED);
            assertEquals(1, page.studies().size());
            assertEquals("2.25.2", page.studies().getFirst().uid().value());
            assertTrue(page.next() < 0);
        }
    }

    private static DataSet match(String study, String patient) {
        return DataSetBuilder.create()
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study)
                .text(Tag.PATIENT_ID, Vr.LO, patient)
                .text(Tag.MODALITIES_IN_STUDY, Vr.CS, "CT")
                .text(QueryKeys.STUDY_RELATED_SERIES, Vr.IS, "1")
                .text(QueryKeys.STUDY_RELATED_INSTANCES, Vr.IS, "1")
                .build();
    }
}
