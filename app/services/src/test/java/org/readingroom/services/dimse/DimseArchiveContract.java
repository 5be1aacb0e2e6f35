package org.readingroom.services.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.archive.SameInstance;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.PixelDigest;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// What every archive of others must give us over DIMSE; files come to it by DCMTK.
// [utest->req~dimse.archive~1]
abstract class DimseArchiveContract extends FilledArchive {
    private List<Study> found(StudyQuery query) throws WorkstationException {
        return archive(false).studies(query, 0, 100, Progress.IGNORED).studies();
    }

    /// How many of those that the archive was filled with, whatever other tests have stored.
    private long filled(StudyQuery query) throws WorkstationException {
        return uids(found(query)).stream().filter(FILLED::contains).count();
    }

    private static List<String> uids(List<Study> studies) {
        return studies.stream().map(study -> study.uid().value()).sorted().toList();
    }

    private static StudyQuery named(String name) {
        return new StudyQuery("", name, "", null, null, List.of(), null);
    }

    // [utest->req~dimse.find~1]
    @Test
    void aStudyIsFoundByEachOfItsKeys() throws Exception {
        assertEquals(List.of("2.25.1001"), uids(found(StudyQuery.ofPatient("DEMO-1"))));
        assertEquals(List.of("2.25.1002"), uids(found(StudyQuery.ofStudy(new StudyUid("2.25.1002")))));
        assertEquals(
                List.of("2.25.1001"), uids(found(new StudyQuery("", "", "ACC-DEMO-1", null, null, List.of(), null))));
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertEquals(4, filled(new StudyQuery("", "", "", day, day, List.of(), null)));
        assertEquals(
                0,
                found(new StudyQuery("", "", "", day.plusDays(1), null, List.of(), null))
                        .size());
        assertEquals(4, filled(new StudyQuery("", "", "", null, day, List.of("MR", "CT"), null)));
        assertEquals(
                0,
                found(new StudyQuery("", "", "", null, null, List.of("MR"), null))
                        .size());
    }

    @Test
    void whatIsFoundIsToldInFull() throws Exception {
        Study study = found(StudyQuery.ofPatient("DEMO-1")).getFirst();
        assertEquals("王小东", study.patient().name().display());
        assertEquals("ACC-DEMO-1", study.accessionNumber());
        assertEquals(LocalDate.of(1961, 4, 9), study.patient().birthDate());
        assertEquals("2026-03-01T08:15", String.valueOf(study.dateTime()));
        assertEquals("胸部平扫 Chest", study.description());
        assertEquals(Set.of("CT"), study.modalities());
        assertEquals(1, study.seriesCount());
        // not every archive counts
        assertTrue(study.instanceCount() == SLICES || study.instanceCount() == 0);
    }

    // [utest->req~archive.match~1]
    @Test
    void aChineseNameIsFoundInWhateverCharacterSetItIsKept() throws Exception {
        assertEquals(List.of("2.25.1002"), uids(found(named("李娜"))));
        assertEquals(List.of("2.25.1002"), uids(found(named("李*"))));
        assertEquals(List.of("2.25.1003"), uids(found(named("赵敏"))));
        assertEquals("赵敏", found(named("赵敏")).getFirst().patient().name().display());
        assertEquals("胸部", found(named("赵敏")).getFirst().description());
        assertEquals(List.of(), uids(found(named("娜李"))));
    }

    @Test
    void aLatinNameIsFoundWhateverItsCase() throws Exception {
        assertEquals(List.of("2.25.1002"), uids(found(named("Li^Na"))));
        assertEquals(List.of("2.25.1002"), uids(found(named("Li Na"))));
        assertEquals(List.of(), uids(found(named("Na Li"))));
    }

    @Test
    void aListComesInPages() throws Exception {
        StudyQuery all = named("");
        List<Study> together = new ArrayList<>();
        int pages = 0;
        for (int offset = 0; offset >= 0; pages++) {
            StudyPage page = archive(false).studies(all, offset, 3, Progress.IGNORED);
            together.addAll(page.studies());
            assertEquals(page.next() < 0 ? together.size() : offset + 3, together.size());
            offset = page.next();
        }
        assertTrue(pages >= 2);
        assertEquals(together.size(), new TreeSet<>(uids(together)).size());
        assertTrue(uids(together).containsAll(FILLED));
    }

    @Test
    void seriesAndInstancesAreListed() throws Exception {
        StudyUid study = new StudyUid("2.25.1001");
        List<Series> series = archive(false).series(study, Progress.IGNORED);
        assertEquals(1, series.size());
        assertEquals("CT", series.getFirst().modality());
        assertTrue(Set.of("Lung", "").contains(series.getFirst().description()));
        List<ArchiveInstance> instances =
                archive(false).instances(study, series.getFirst().uid(), Progress.IGNORED);
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                instances.stream().map(ArchiveInstance::number).toList());
        assertTrue(Set.of("1.2.840.10008.5.1.4.1.1.2", "")
                .contains(instances.getFirst().sopClassUid()));
        assertEquals(List.of(), archive(false).series(new StudyUid("2.25.99"), Progress.IGNORED));
    }

    // [utest->req~dimse.get~1]
    @Test
    void aSeriesComesByGet() throws Exception {
        isWhole(archive(false));
    }

    // [utest->req~dimse.move~1]
    @Test
    void aSeriesComesByMove() throws Exception {
        isWhole(archive(true));
    }

    private static void isWhole(DimseArchive archive) throws Exception {
        List<byte[]> files = new ArrayList<>();
        archive.fetchSeries(new StudyUid("2.25.1001"), new SeriesUid("2.25.1001.1"), files::add, Progress.IGNORED);
        Set<String> came = new TreeSet<>();
        for (byte[] file : files) {
            DicomFile read = DicomReader.read(file);
            assertEquals(List.of(), read.defects());
            String uid = read.dataSet().string(Tag.SOP_INSTANCE_UID).orElseThrow();
            came.add(uid);
            int number = read.dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow();
            assertTrue(SameInstance.is(DicomReader.read(SmallDicom.of(1, number).bytes()), read), "slice " + number);
        }
        assertEquals(SLICES, came.size());
        assertEquals(SLICES, files.size());
    }

    @Test
    void oneInstanceComesAlone() throws Exception {
        for (boolean byMove : new boolean[] {false, true}) {
            byte[] file = archive(byMove)
                    .fetch(
                            new StudyUid("2.25.1001"),
                            new SeriesUid("2.25.1001.1"),
                            new SopInstanceUid("2.25.1001.1.3"),
                            Progress.IGNORED);
            assertEquals(
                    "2.25.1001.1.3",
                    DicomReader.read(file)
                            .dataSet()
                            .string(Tag.SOP_INSTANCE_UID)
                            .orElseThrow());
        }
    }

    @Test
    void whatIsCompressedComesWithTheSamePixels() throws Exception {
        for (boolean byMove : new boolean[] {false, true}) {
            List<byte[]> files = new ArrayList<>();
            archive(byMove)
                    .fetchSeries(new StudyUid("2.25.1004"), new SeriesUid("2.25.1004.1"), files::add, Progress.IGNORED);
            assertEquals(2, files.size());
            for (byte[] file : files) {
                DicomFile read = DicomReader.read(file);
                int number = read.dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow();
                DicomFile made = DicomReader.read(SmallDicom.of(4, number).bytes());
                assertEquals(PixelDigest.sha256(FrameReader.of(made)), PixelDigest.sha256(FrameReader.of(read)));
            }
        }
    }

    @Test
    void whatIsNotThereIsAFault() throws Exception {
        for (boolean byMove : new boolean[] {false, true}) {
            DimseArchive archive = archive(byMove);
            assertThrows(
                    ArchiveException.class,
                    () -> archive.fetch(
                            new StudyUid("2.25.77"),
                            new SeriesUid("2.25.77.1"),
                            new SopInstanceUid("2.25.77.1.1"),
                            Progress.IGNORED));
        }
    }

    @Test
    void theFaultsOfTheSinkEndTheFetch() throws Exception {
        for (boolean byMove : new boolean[] {false, true}) {
            DimseArchive archive = archive(byMove);
            WorkstationException full = new WorkstationException("services.store.full", "no room");
            int[] taken = {0};
            WorkstationException thrown = assertThrows(
                    WorkstationException.class,
                    () -> archive.fetchSeries(
                            new StudyUid("2.25.1001"),
                            new SeriesUid("2.25.1001.1"),
                            file -> {
                                if (++taken[0] == 2) {
                                    throw full;
                                }
                            },
                            Progress.IGNORED));
            assertEquals(full, thrown);
            assertEquals(2, taken[0]);
        }
    }

    // [utest->req~dimse.store~1]
    @Test
    void whatIsStoredIsHeldAndCanBeGivenAgain() throws Exception {
        SmallDicom slice = SmallDicom.of(6, 1);
        StudyUid study = new StudyUid(slice.study());
        for (int times = 0; times < 2; times++) {
            StoreAnswer answer = archive(false).store(study, List.of(slice.bytes()), Progress.IGNORED);
            assertEquals(List.of(new SopInstanceUid(slice.instance())), answer.stored());
            assertTrue(answer.isWhole());
        }
        byte[] there = archive(false)
                .fetch(study, new SeriesUid(slice.series()), new SopInstanceUid(slice.instance()), Progress.IGNORED);
        assertTrue(SameInstance.is(DicomReader.read(slice.bytes()), DicomReader.read(there)));
        StoreAnswer other =
                archive(false).store(study, List.of(slice.withShift(7).bytes()), Progress.IGNORED);
        assertEquals(List.of(), other.stored());
        assertEquals(
                "services.dimse.store.other-content", other.refused().getFirst().messageKey());
        assertTrue(other.refused().getFirst().isFinal());
    }

    @Test
    void aFileOfAnotherStudyIsNotSent() throws Exception {
        StoreAnswer answer = archive(false)
                .store(new StudyUid("2.25.1007"), List.of(SmallDicom.of(8, 1).bytes()), Progress.IGNORED);
        assertEquals(
                "services.dimse.store.other-study", answer.refused().getFirst().messageKey());
        assertFalse(uids(found(named(""))).contains("2.25.1008"));
    }

    @Test
    void compressedFilesAreStoredAsTheyAre() throws Exception {
        Path file = ArchiveFiles.compressed(folder, SmallDicom.of(9, 1), "dcmcjpeg", "+e1");
        byte[] bytes = java.nio.file.Files.readAllBytes(file);
        StoreAnswer answer = archive(false).store(new StudyUid("2.25.1009"), List.of(bytes), Progress.IGNORED);
        assertTrue(answer.isWhole(), answer.toString());
        byte[] there = archive(true)
                .fetch(
                        new StudyUid("2.25.1009"),
                        new SeriesUid("2.25.1009.1"),
                        new SopInstanceUid("2.25.1009.1.1"),
                        Progress.IGNORED);
        assertTrue(SameInstance.is(DicomReader.read(bytes), DicomReader.read(there)));
    }

    @Test
    void aCutLinkIsNotUsed() throws Exception {
        LinkWitness cut = new LinkWitness() {
            @Override
            public boolean isOpen() {
                return false;
            }

            @Override
            public void answered() {}

            @Override
            public void unreachable(String messageKey) {}
        };
        DimseArchive archive =
                DimseArchive.of(new DimseServer(peer.title(), "localhost", peer.port(), "", 0, null), cut, LANES);
        ArchiveException thrown =
                assertThrows(ArchiveException.class, () -> archive.studies(named(""), 0, 1, Progress.IGNORED));
        assertEquals(ServerFault.CUT, thrown.fault());
    }
}
