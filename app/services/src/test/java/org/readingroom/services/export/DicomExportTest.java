package org.readingroom.services.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.export.DicomOrder.Packing;
import org.readingroom.services.export.DicomOrder.Without;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.FileSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

// [utest->req~export.dicom~1]
// [utest->req~export.whole~1]
// [utest->req~export.burned-in~1]
class DicomExportTest {
    private static final Without PLAIN = new Without(Set.of(), true, false);

    @TempDir
    Path folder;

    private Home home;
    private Session session;
    private Path out;
    private StudyUid study;

    @BeforeEach
    void fill() throws Exception {
        home = QuickHome.demo(folder.resolve("home"));
        session = QuickHome.signIn(home, "radiologist");
        out = Files.createDirectories(folder.resolve("out"));
        Path in = Files.createDirectories(folder.resolve("in"));
        for (int i = 1; i <= 3; i++) {
            Files.write(in.resolve("i" + i), SmallDicom.of(1, i).bytes());
        }
        session.imports().importPaths(List.of(in), Progress.IGNORED);
        study = new StudyUid("2.25.1001");
    }

    @AfterEach
    void close() {
        home.close();
    }

    private DicomOrder order(Packing packing, Without without) throws Exception {
        List<StoredInstance> all = new ArrayList<>();
        for (Series series : session.studies().series(study)) {
            all.addAll(session.studies().instances(series.uid()));
        }
        return new DicomOrder(study, all, packing, without, "EXPORT");
    }

    private static List<Path> tree(Path root) throws Exception {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void whatCameInGoesOutByteForByte() throws Exception {
        DicomExport.Result result = session.dicomExport().write(order(Packing.FOLDER, null), out, Progress.IGNORED);
        assertEquals(3, result.written());
        List<Path> files = tree(result.place());
        assertEquals(out.resolve("EXPORT/S001/I00001.dcm"), files.getFirst());
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(SmallDicom.of(1, i + 1).bytes(), Files.readAllBytes(files.get(i)));
        }
        AuditEvent event = session.audit().latest(1).getFirst();
        assertEquals("export.dicom", event.type());
        assertEquals("file named 3", event.detail());
    }

    @Test
    void whatIsThereAlreadyStays() throws Exception {
        Files.writeString(out.resolve("EXPORT"), "mine");
        DicomExport.Result result = session.dicomExport().write(order(Packing.FOLDER, null), out, Progress.IGNORED);
        assertEquals(out.resolve("EXPORT-2"), result.place());
        assertEquals("mine", Files.readString(out.resolve("EXPORT")));
    }

    @Test
    void fileSetsAndTheirArchivesAreImportedAgain() throws Exception {
        for (Packing packing : List.of(Packing.FILE_SET, Packing.ZIP)) {
            DicomExport.Result result = session.dicomExport().write(order(packing, null), out, Progress.IGNORED);
            if (packing == Packing.FILE_SET) {
                assertEquals(
                        3,
                        FileSet.read(result.place().resolve("DICOMDIR")).files().size());
            }
            try (Home other = QuickHome.demo(folder.resolve("other" + packing));
                    Session there = QuickHome.signIn(other, "radiologist")) {
                assertEquals(
                        3,
                        there.imports()
                                .importPaths(List.of(result.place()), Progress.IGNORED)
                                .imported());
                assertEquals(
                        session.studies().study(study).orElseThrow().patient(),
                        there.studies().study(study).orElseThrow().patient());
            }
        }
        assertTrue(Files.size(session.dicomExport()
                        .write(order(Packing.ISO, null), out, Progress.IGNORED)
                        .place())
                > 3 * 2048);
        assertEquals("media named 3", session.audit().latest(1).getFirst().detail());
    }

    @Test
    void withoutThePatientNothingInAnyFileTellsOfHer() throws Exception {
        DicomExport.Result result = session.dicomExport().write(order(Packing.FILE_SET, PLAIN), out, Progress.IGNORED);
        assertEquals(3, result.written());
        Set<String> patients = new java.util.HashSet<>();
        for (Path file : tree(result.place())) {
            String raw = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String told : List.of("Wang", "XiaoDong", "小东", "DEMO-1", "2.25.1001", "20260301")) {
                assertFalse(raw.contains(told), told + " in " + file.getFileName());
            }
            if (file.getFileName().toString().startsWith("I0")) {
                patients.add(
                        DicomReader.read(file).dataSet().string(Tag.PATIENT_ID).orElseThrow());
            }
        }
        assertEquals(1, patients.size());
        assertTrue(Files.readString(result.place().resolve("REPORT.TXT")).contains("PatientName"));
        assertEquals("media removed 3", session.audit().latest(1).getFirst().detail());
    }

    private String pseudonym(boolean isConsistent) throws Exception {
        DicomExport.Result result = session.dicomExport()
                .write(order(Packing.FOLDER, new Without(Set.of(), isConsistent, false)), out, Progress.IGNORED);
        return DicomReader.read(tree(result.place()).getLast())
                .dataSet()
                .string(Tag.PATIENT_ID)
                .orElseThrow();
    }

    @Test
    void theOtherNameIsThatOfThisHomeOrOfThisExportAlone() throws Exception {
        String first = pseudonym(true);
        assertEquals(first, pseudonym(true));
        String once = pseudonym(false);
        assertNotEquals(first, once);
        assertNotEquals(once, pseudonym(false));
        session.close();
        session = QuickHome.signIn(home, "senior");
        assertEquals(first, pseudonym(true), "the same for everybody in this home");
    }

    private void captured(String said, int number) throws Exception {
        DataSet made = DataSetBuilder.create()
                .addAll(DicomReader.read(SmallDicom.of(1, number).bytes()).dataSet())
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, said)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(bytes, made, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        Path file = Files.write(folder.resolve("sc" + number), bytes.toByteArray());
        session.imports().importPaths(List.of(file), Progress.IGNORED);
    }

    @Test
    void picturesThatShowWordsStayAndThoseThatMightAreAskedAbout() throws Exception {
        captured("YES", 7);
        captured("", 8);
        captured("NO", 9);
        assertEquals(
                new DicomExport.BurnedInCount(1, 1),
                session.dicomExport().burnedIn(order(Packing.FOLDER, null).instances()));
        DicomExport.Result unseen = session.dicomExport().write(order(Packing.FOLDER, PLAIN), out, Progress.IGNORED);
        assertEquals(Map.of("services.export.burned-in", 2), unseen.leftOut());
        assertEquals(4, unseen.written());
        Without looked = new Without(Set.of(), true, true);
        DicomExport.Result seen = session.dicomExport().write(order(Packing.FOLDER, looked), out, Progress.IGNORED);
        assertEquals(Map.of("services.export.burned-in", 1), seen.leftOut());
        assertTrue(
                Files.readString(seen.place().resolve("REPORT.TXT")).contains("left out\tburned-in\t1\n"),
                "who gets the package is told what is missing");
        assertEquals(5, seen.written());
    }

    @Test
    void afterCancellingNothingIsLeft() throws Exception {
        Progress afterOne = new Progress() {
            private boolean isCancelled;

            @Override
            public void at(long done, long total) {
                isCancelled = true;
            }

            @Override
            public boolean isCancelled() {
                return isCancelled;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> session.dicomExport().write(order(Packing.ISO, null), out, afterOne));
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(
                AuditEvent.Outcome.FAILURE, session.audit().latest(1).getFirst().outcome());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
        WorkstationException fault = assertThrows(
                WorkstationException.class,
                () -> session.dicomExport().write(order(Packing.FOLDER, null), file, Progress.IGNORED));
        assertEquals("services.export.io", fault.messageKey());
    }
}
