package org.readingroom.services.remote.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.Witness;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.StudyReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.Orthanc;
import org.readingroom.viewer.testing.SharedData;

/// Lists and files of a real archive, with its traps: it decodes no percent signs, drops filters it does not know,
/// matches whole names, writes a malformed header, and keeps a connection for one second.
// [utest->req~archive.query~1]
// [utest->req~archive.retrieve~1]
class DicomWebOrthancTest {
    private static final StudyQuery ALL = new StudyQuery("", "", "", null, null, List.of(), null);
    private static final int SLICES = 4;
    private static final StudyUid STUDY = new StudyUid(SmallDicom.of(1, 1).study());
    private static final SeriesUid SERIES = new SeriesUid(SmallDicom.of(1, 1).series());

    @TempDir
    private static Path folder;

    private static Orthanc orthanc;
    private static final Witness WITNESS = new Witness();
    private static DicomWebArchive archive;

    @BeforeAll
    static void fill() throws Exception {
        orthanc = Orthanc.start(folder);
        for (int slice = SLICES; slice >= 1; slice--) {
            orthanc.store(List.of(SmallDicom.of(1, slice).bytes()));
        }
        orthanc.store(
                List.of(SmallDicom.of(2, 1).withPatient("Li^Si=李^四", "DEMO 2/7").bytes()));
        orthanc.store(List.of(
                SmallDicom.of(3, 1).withPatient("Wangari^Mary", "DEMO-33").bytes()));
        archive = new DicomWebArchive(new HttpLink(HttpServer.open(orthanc.dicomWeb()), WITNESS, HttpTimes.DEFAULT));
    }

    @AfterAll
    static void stop() {
        if (orthanc != null) {
            orthanc.close();
        }
    }

    private static Set<String> found(StudyQuery query) throws Exception {
        StudyPage page = archive.studies(query, 0, 50, Progress.IGNORED);
        assertEquals(-1, page.next());
        return page.studies().stream().map(study -> study.uid().value()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "Wang^XiaoDong, 1",
        "wang^xiaodong, 1",
        "wang xiaodong, 1",
        "Wang*, 1;3",
        "*dong, 1",
        "Wang, ",
        "王^小东, 1",
        "王小东, 1",
        "王*, 1",
        "*四, 2",
        "L? Si, 2",
        "张*, "
    })
    void patientsAreFoundByNameInBothScripts(String name, String expected) throws Exception {
        assertEquals(studies(expected), found(new StudyQuery("", name, "", null, null, List.of(), null)));
    }

    private static Set<String> studies(String numbers) {
        return numbers == null
                ? Set.of()
                : Stream.of(numbers.split(";"))
                        .map(number -> "2.25.100" + number)
                        .collect(Collectors.toSet());
    }

    @Test
    void otherFiltersFindWhatTheyShould() throws Exception {
        assertEquals(studies("1"), found(StudyQuery.ofPatient("DEMO-1")));
        assertEquals(studies("2"), found(StudyQuery.ofPatient("DEMO 2/7")));
        assertEquals(Set.of(), found(StudyQuery.ofPatient("DEMO")));
        assertEquals(studies("3"), found(StudyQuery.ofStudy(new StudyUid("2.25.1003"))));
        assertEquals(studies("1;2;3"), found(ALL));
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertEquals(studies("1;2;3"), found(new StudyQuery("", "", "", day, day, List.of(), null)));
        assertEquals(Set.of(), found(new StudyQuery("", "", "", day.plusDays(1), null, List.of(), null)));
        assertEquals(Set.of(), found(new StudyQuery("", "", "", null, day.minusDays(1), List.of(), null)));
        assertEquals(studies("1;2;3"), found(new StudyQuery("", "", "", day, null, List.of("CT"), null)));
        assertEquals(studies("1;2;3"), found(new StudyQuery("", "", "", day, null, List.of("MR", "CT"), null)));
        assertEquals(Set.of(), found(new StudyQuery("", "", "", null, null, List.of("MR"), null)));
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        List<StudyUid> all = new ArrayList<>();
        int next = 0;
        while (next >= 0) {
            StudyPage page = archive.studies(ALL, next, 1, Progress.IGNORED);
            assertTrue(page.studies().size() <= 1);
            page.studies().forEach(study -> all.add(study.uid()));
            next = page.next();
        }
        assertEquals(3, all.size());
        assertEquals(3, all.stream().distinct().count());
    }

    // [utest->req~fetch.first-picture~1]
    @Test
    void theFirstInstanceIsFoundWithoutTheList() throws Exception {
        Optional<ArchiveInstance> first = archive.first(STUDY, SERIES, Progress.IGNORED);
        assertEquals(archive.instances(STUDY, SERIES, Progress.IGNORED).getFirst(), first.orElseThrow());
        assertEquals("2.25.1001.1.1", first.orElseThrow().uid().value());
        assertEquals(
                Optional.empty(),
                archive.first(STUDY, new SeriesUid("2.25.1001.7"), Progress.IGNORED),
                "no such series");
    }

    @Test
    void aStudyIsListedAsItsFilesSay() throws Exception {
        Study listed = archive.studies(StudyQuery.ofStudy(STUDY), 0, 1, Progress.IGNORED)
                .studies()
                .getFirst();
        Study file =
                StudyReader.read(DicomReader.read(SmallDicom.of(1, 1).bytes())).study();
        assertEquals(
                new Study(
                        file.uid(),
                        file.patient(),
                        file.accessionNumber(),
                        file.dateTime(),
                        file.description(),
                        file.modalities(),
                        file.bodyPart(),
                        1,
                        SLICES),
                listed);
        Series series = archive.series(STUDY, Progress.IGNORED).getFirst();
        assertEquals(SERIES, series.uid());
        assertEquals("CT", series.modality());
        assertEquals(SLICES, series.instanceCount());
        List<ArchiveInstance> instances = archive.instances(STUDY, SERIES, Progress.IGNORED);
        assertEquals(
                List.of(1, 2, 3, 4),
                instances.stream().map(ArchiveInstance::number).toList());
    }

    @Test
    void aSeriesComesByteForByte() throws Exception {
        TreeMap<String, byte[]> arrived = new TreeMap<>();
        archive.fetchSeries(STUDY, SERIES, file -> arrived.put(uid(file), file), Progress.IGNORED);
        assertEquals(SLICES, arrived.size());
        for (int slice = 1; slice <= SLICES; slice++) {
            SmallDicom sent = SmallDicom.of(1, slice);
            assertArrayEquals(sent.bytes(), arrived.get(sent.instance()));
            assertArrayEquals(
                    sent.bytes(), archive.fetch(STUDY, SERIES, new SopInstanceUid(sent.instance()), Progress.IGNORED));
        }
    }

    private static String uid(byte[] file) throws org.readingroom.viewer.dicom.DicomException {
        return DicomReader.read(file).dataSet().string(Tag.SOP_INSTANCE_UID).orElseThrow();
    }

    @Test
    void framesComeAsTheyAreStored() throws Exception {
        SmallDicom sent = SmallDicom.of(1, 2);
        byte[] file = sent.bytes();
        byte[] pixels = Arrays.copyOfRange(file, file.length - SmallDicom.SIDE * SmallDicom.SIDE * 2, file.length);
        List<byte[]> frames = archive.frames(STUDY, SERIES, new SopInstanceUid(sent.instance()), List.of(1));
        assertEquals(1, frames.size());
        assertArrayEquals(pixels, frames.getFirst());
        ArchiveException fault = assertThrows(
                ArchiveException.class,
                () -> archive.frames(STUDY, SERIES, new SopInstanceUid(sent.instance()), List.of(2)));
        assertTrue(fault.fault() != ServerFault.UNREACHABLE);
    }

    // [utest->req~archive.metadata~1]
    @Test
    void metadataTellsEveryInstanceAndWhereItsPixelsAre() throws Exception {
        List<JsonAttributes> metadata = archive.metadata(STUDY, SERIES);
        assertEquals(SLICES, metadata.size());
        for (JsonAttributes instance : metadata) {
            assertEquals("王^小东", instance.name(Tag.PATIENT_NAME).ideographic());
            assertEquals(SmallDicom.SIDE, instance.integer(Tag.ROWS));
            Optional<String> uri = instance.bulkDataUri(Tag.PIXEL_DATA);
            if (uri.isPresent()) {
                assertEquals(SmallDicom.SIDE * SmallDicom.SIDE * 2, archive.bulkData(uri.get()).length);
            }
        }
    }

    // [utest->req~archive.thumbnail~1]
    @Test
    void aSeriesOfImagesHasAThumbnail() throws Exception {
        byte[] thumbnail = archive.thumbnail(STUDY, SERIES).orElseThrow();
        assertTrue(ImageIO.read(new ByteArrayInputStream(thumbnail)).getWidth() > 0);
        assertEquals(Optional.empty(), archive.thumbnail(STUDY, new SeriesUid("1.2.3.4")));
    }

    @Test
    void whatIsNotThereIsMissing() throws Exception {
        StudyUid none = new StudyUid("1.2.3.4");
        assertEquals(List.of(), archive.series(none, Progress.IGNORED));
        ArchiveException fault = assertThrows(
                ArchiveException.class,
                () -> archive.fetchSeries(none, new SeriesUid("1.2.3"), file -> {}, Progress.IGNORED));
        assertEquals(ServerFault.MISSING, fault.fault());
    }

    // [utest->req~archive.traits~1]
    @Test
    void whatItCanDoIsFoundOut() throws Exception {
        HttpLink link = new HttpLink(HttpServer.open(orthanc.dicomWeb()), WITNESS, HttpTimes.DEFAULT);
        assertEquals(new ArchiveTraits(false, true), new TraitProbe(link).traits());
    }

    /// It closes idle connections after one second, just when the next request may be on its way.
    @Test
    void connectionsThatItClosesAreNoFault() throws Exception {
        for (int millis : new int[] {980, 995, 1000, 1005, 1020, 1100}) {
            assertEquals(1, archive.series(STUDY, Progress.IGNORED).size());
            Thread.sleep(millis);
        }
        assertEquals(List.of(), WITNESS.losses);
    }

    // [utest->req~archive.transfer-syntax~2]
    @Test
    void compressedImagesComeAsStored(@TempDir Path own) throws Exception {
        List<Path> files;
        try (Stream<Path> listed = Files.list(SharedData.path("series/ct-chest-lidc0314"))) {
            files = listed.sorted().limit(3).toList();
        }
        TreeMap<String, byte[]> sent = new TreeMap<>();
        TreeMap<String, byte[]> arrived = new TreeMap<>();
        try (Orthanc other = Orthanc.start(own)) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                sent.put(uid(bytes), bytes);
                other.store(List.of(bytes));
            }
            StudyReader.Identity identity =
                    StudyReader.read(DicomReader.read(sent.firstEntry().getValue()));
            new DicomWebArchive(new HttpLink(HttpServer.open(other.dicomWeb()), WITNESS, HttpTimes.DEFAULT))
                    .fetchSeries(
                            identity.study().uid(),
                            identity.series().uid(),
                            file -> arrived.put(uid(file), file),
                            Progress.IGNORED);
        }
        assertEquals(sent.keySet(), arrived.keySet());
        sent.forEach((uid, bytes) -> assertArrayEquals(bytes, arrived.get(uid)));
    }
}
