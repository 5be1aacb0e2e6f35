package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.sr.KeyObjects;
import org.readingroom.viewer.sr.KeyObjectsWriter;
import org.readingroom.viewer.sr.SrCode;
import org.readingroom.viewer.task.Progress;

class ObjectServiceTest {
    private static final SmallDicom IMAGE = SmallDicom.of(1, 1);
    private static final StudyUid STUDY = new StudyUid(IMAGE.study());

    @TempDir
    Path folder;

    private static void take(Session session) throws WorkstationException {
        session.imports().importInstances(List.of(IMAGE.bytes()).iterator(), 1, Progress.IGNORED);
    }

    /// A key object selection whose words are `content`.
    private static ObjectToMake selection(Session session, String content, List<Optional<MadeObject>> before) {
        return new ObjectToMake(
                "KO",
                "KO",
                7003,
                "Key images",
                KeyObjects.SOP_CLASS,
                content.getBytes(StandardCharsets.UTF_8),
                (origin, last, others) -> {
                    before.add(last);
                    return bytes(session, content, origin);
                });
    }

    private static byte[] bytes(Session session, String content, Origin origin) throws WorkstationException {
        SopInstanceUid uid = new SopInstanceUid(IMAGE.instance());
        SourceImage image =
                SourceImage.of(session.studies().header(uid).dataSet()).orElseThrow();
        DataSet made = KeyObjectsWriter.write(
                new KeyObjects(
                        SrCode.OF_INTEREST,
                        List.of(),
                        content,
                        List.of(new InstanceReference(image.sopClassUid(), uid, List.of()))),
                origin,
                new SourceImages(List.of(image)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(out, made, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<StoredInstance> keys(Session session) throws WorkstationException {
        List<StoredInstance> found = new ArrayList<>();
        for (var series : session.studies().series(STUDY)) {
            for (StoredInstance instance : session.studies().instances(series.uid())) {
                if (instance.sopClassUid().equals(KeyObjects.SOP_CLASS)) {
                    found.add(instance);
                }
            }
        }
        return found;
    }

    // [utest->req~returned.queued~1]
    @Test
    void theSameMarksMakeNoSecondObjectAndOthersMakeAnotherInTheSameSeries() throws WorkstationException {
        List<Optional<MadeObject>> before = new ArrayList<>();
        byte[] queued;
        try (Home home = QuickHome.demo(folder)) {
            Session session = QuickHome.signIn(home, "radiologist");
            take(session);
            assertEquals(1, session.objects().make(STUDY, List.of(selection(session, "one", before)), "en"));
            assertEquals(0, session.objects().make(STUDY, List.of(selection(session, "one", before)), "en"));
            assertEquals(1, session.objects().make(STUDY, List.of(selection(session, "two", before)), "en"));
            OutboxEntry first = session.outbox().entries().getFirst();
            queued = session.outbox().body(first.id());
            assertFalse(first.isReport());
            assertEquals("KO", first.kind());
            assertEquals("application/dicom", first.mediaType());
            assertEquals(STUDY, first.study());
            session.close();
        }
        try (Home home = QuickHome.demo(folder)) {
            Session session = QuickHome.signIn(home, "radiologist");
            assertEquals(2, session.outbox().entries().size());
            assertEquals(0, session.objects().make(STUDY, List.of(selection(session, "two", before)), "en"));
            assertEquals(1, session.objects().make(STUDY, List.of(selection(session, "one", before)), "en"));
            List<MadeObject> made = session.objects().madeOf(STUDY);
            assertEquals(
                    List.of(1, 2, 3),
                    made.stream().map(MadeObject::instanceNumber).toList());
            assertEquals(1, made.stream().map(MadeObject::series).distinct().count());
            assertEquals(
                    List.of(Optional.empty(), Optional.of(made.get(0)), Optional.of(made.get(1))),
                    before,
                    "each is told whose place it takes");
            List<StoredInstance> stored = keys(session);
            assertEquals(3, stored.size(), "they are among the files of the study");
            assertArrayEquals(queued, session.studies().bytes(made.getFirst().instance()), "to the byte");
            assertNotEquals(IMAGE.series(), stored.getFirst().series().value(), "in a series of their own");
            DataSet read = DicomReader.read(queued).dataSet();
            assertEquals("Wang^XiaoDong=王^小东", read.string(Tag.PATIENT_NAME).orElseThrow());
            assertTrue(session.audit().latest(40).stream()
                    .anyMatch(event -> event.type().equals("object.make")));
            session.close();
        }
    }

    /// What was made while files could not be written is in the outbox, and is filed at the next start.
    // [utest->req~returned.filed~1]
    @Test
    void whatCannotBeFiledIsFiledTheNextTime() throws WorkstationException, IOException {
        Path incoming = folder.resolve("instances/incoming");
        try (Home home = QuickHome.demo(folder)) {
            Session session = QuickHome.signIn(home, "radiologist");
            take(session);
            Files.deleteIfExists(incoming);
            Files.writeString(incoming, "in the way");
            assertEquals(1, session.objects().make(STUDY, List.of(selection(session, "one", new ArrayList<>())), "en"));
            assertEquals(1, session.outbox().entries().size());
            assertEquals(List.of(), keys(session));
            session.close();
        }
        Files.delete(incoming);
        try (Home home = QuickHome.demo(folder)) {
            Session session = QuickHome.signIn(home, "radiologist");
            assertEquals(1, keys(session).size());
            assertEquals(0, session.objects().file(), "once is enough");
            session.close();
        }
    }

    /// Bytes that no study takes wait alone.
    // [utest->req~returned.filed~1]
    @Test
    void oneThatCannotBeFiledKeepsNoOtherBack() throws WorkstationException {
        try (Home home = QuickHome.demo(folder)) {
            Session session = QuickHome.signIn(home, "radiologist");
            take(session);
            ObjectToMake odd = new ObjectToMake(
                    "SR", "SR", 7001, "", "1.2", new byte[0], (origin, before, others) -> new byte[] {1, 2, 3});
            session.objects().make(STUDY, List.of(odd, selection(session, "one", new ArrayList<>())), "en");
            assertEquals(1, keys(session).size());
            assertThrows(WorkstationException.class, () -> session.objects().file(), "the odd one is told of");
            session.close();
        }
    }

    /// Ended at any write on the way, the object is in the outbox and known, or neither; the next
    /// start goes on.
    // [utest->req~returned.queued~1]
    // [utest->req~returned.filed~1]
    @Test
    void endedOnTheWayItIsMadeOnceOrNotAtAll() throws WorkstationException {
        boolean isDone = false;
        for (int halt = 1; !isDone; halt++) {
            Path here = folder.resolve("halt" + halt);
            int haltAt = halt;
            int[] steps = {Integer.MIN_VALUE};
            Home home = Home.openOrCreateDemo(
                    here,
                    QuickHome.options(new QuickHome.Clock()).withProbe(at -> {
                        if (++steps[0] == haltAt) {
                            throw new IllegalStateException("ended at " + at);
                        }
                    }),
                    Progress.IGNORED);
            try {
                Session session = QuickHome.signIn(home, "radiologist");
                take(session);
                steps[0] = 0;
                session.objects().make(STUDY, List.of(selection(session, "one", new ArrayList<>())), "en");
                isDone = true;
            } catch (IllegalStateException ended) {
                assertTrue(ended.getMessage().startsWith("ended at "));
            }
            steps[0] = Integer.MIN_VALUE;
            home.close();
            try (Home again = QuickHome.demo(here)) {
                Session session = QuickHome.signIn(again, "radiologist");
                int queued = session.outbox().entries().size();
                assertEquals(queued, session.objects().madeOf(STUDY).size(), "halt " + halt);
                assertEquals(queued, keys(session).size(), "halt " + halt);
                assertTrue(queued <= 1);
                session.objects().make(STUDY, List.of(selection(session, "one", new ArrayList<>())), "en");
                assertEquals(1, session.outbox().entries().size(), "halt " + halt);
                assertEquals(1, keys(session).size(), "halt " + halt);
                session.close();
            }
            assertTrue(halt < 60, "never done");
        }
    }

    /// One that cannot be written takes the others with it: nothing is half kept.
    // [utest->req~returned.queued~1]
    @Test
    void allAreMadeOrNone() throws WorkstationException {
        try (Home home = QuickHome.demo(folder)) {
            Session session = QuickHome.signIn(home, "radiologist");
            take(session);
            ObjectToMake fails =
                    new ObjectToMake("SR", "SR", 7001, "", "1.2", new byte[0], (origin, before, others) -> {
                        throw new WorkstationException("viewer.file.unreadable", "on purpose");
                    });
            assertThrows(
                    WorkstationException.class,
                    () -> session.objects()
                            .make(STUDY, List.of(selection(session, "one", new ArrayList<>()), fails), "en"));
            assertEquals(List.of(), session.outbox().entries());
            assertEquals(List.of(), session.objects().madeOf(STUDY));
            assertEquals(List.of(), keys(session));
            session.close();
        }
    }
}
