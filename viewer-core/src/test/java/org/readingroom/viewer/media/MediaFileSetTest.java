package org.readingroom.viewer.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.FileSet;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.phantom.DemoDepartment;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.testing.SharedData;

// [utest->req~export.media~1]
class MediaFileSetTest {
    @TempDir
    Path folder;

    private List<byte[]> contents(int most) throws Exception {
        List<byte[]> contents = new ArrayList<>();
        for (SyntheticStudy study : DemoDepartment.studies()) {
            for (int i = 0; i < study.size() && i < most; i++) {
                contents.add(study.instance(i).toBytes());
            }
        }
        return contents;
    }

    private Path write(List<byte[]> contents) throws Exception {
        MediaFileSet set = new MediaFileSet();
        for (byte[] content : contents) {
            MediaFileSet.Placed placed = set.add(DicomReader.read(content), content);
            Path target = folder.resolve(String.join("/", placed.fileId()));
            Files.createDirectories(target.getParent());
            Files.write(target, placed.bytes());
        }
        assertEquals(contents.size(), set.size());
        return Files.write(folder.resolve("DICOMDIR"), set.index("2.25.4711"));
    }

    @Test
    void weFindEveryFileAgainUnchanged() throws Exception {
        List<byte[]> contents = contents(3);
        FileSet read = FileSet.read(write(contents));
        assertEquals(List.of(), read.missing());
        assertEquals(contents.size(), read.files().size());
        // the index is sorted by patient, study and series, the files by their coming
        TreeSet<String> given = new TreeSet<>();
        TreeSet<String> found = new TreeSet<>();
        for (int i = 0; i < contents.size(); i++) {
            given.add(java.util.Arrays.hashCode(contents.get(i)) + " " + contents.get(i).length);
            byte[] file = Files.readAllBytes(read.files().get(i));
            found.add(java.util.Arrays.hashCode(file) + " " + file.length);
        }
        assertEquals(given, found);
    }

    @Test
    void validatorsFindNoFaultInTheIndex() throws Exception {
        Path index = write(contents(2));
        String judged = Tools.output("dciodvfy", index.toString());
        assertFalse(judged.contains("Error"), judged);
        String dumped = Tools.output("dcmdump", "-E", index.toString());
        assertFalse(dumped.contains("E:") || dumped.contains("W:"), dumped);
        assertTrue(dumped.contains("BasicDirectory") || dumped.contains("MediaStorageDirectoryStorage"), dumped);
    }

    /// The index that DCMTK makes of the same files says the same of every object.
    @Test
    void dcmtkMakesTheSameIndex() throws Exception {
        List<byte[]> contents = contents(2);
        Path ours = write(contents);
        Path copy = folder.resolve("THEIRS");
        String said = Tools.output(
                "dcmmkdir", "--input-directory", folder.toString(), "+D", copy.toString(), "--recurse", "DICOM");
        assertTrue(Files.exists(copy), said);
        assertEquals(records(copy), records(ours));
    }

    /// Type, reference and the keys of every record, in an order of their own.
    private static TreeSet<String> records(Path index) throws Exception {
        String dumped = Tools.output("dcmdump", "+W0", index.toString());
        TreeSet<String> records = new TreeSet<>();
        for (String item : dumped.split("\\(fffe,e000\\)")) {
            StringBuilder record = new StringBuilder();
            for (String tag : List.of(
                    "0004,1430",
                    "0004,1500",
                    "0004,1510",
                    "0004,1511",
                    "0004,1512",
                    "0008,0020",
                    "0008,0060",
                    "0010,0020",
                    "0020,000d",
                    "0020,000e",
                    "0020,0013")) {
                Matcher value = Pattern.compile("\\(" + tag + "\\) .. ([^#]*)#").matcher(item);
                record.append(value.find() ? value.group(1).strip() : "-").append(' ');
            }
            records.add(record.toString());
        }
        return records;
    }

    @Tag("slow")
    @Test
    void everyKindOfObjectGetsARecordThatValidatorsAccept() throws Exception {
        List<byte[]> contents = new ArrayList<>();
        for (String each : List.of("modality", "document", "charset")) {
            try (Stream<Path> files = Files.walk(SharedData.path(each))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    if (isSound(file)) {
                        contents.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        assertTrue(contents.size() > 80, contents.size() + " files");
        Path index = write(contents);
        FileSet read = FileSet.read(index);
        assertEquals(contents.size(), read.files().size());
        for (Path file : read.files()) {
            assertArrayEquals(
                    "DICM".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    java.util.Arrays.copyOfRange(Files.readAllBytes(file), 128, 132));
        }
        String judged = Tools.output("dciodvfy", index.toString());
        // values of the objects themselves are told as they are, right or wrong
        assertEquals(
                List.of(),
                judged.lines()
                        .filter(line -> line.startsWith("Error"))
                        .filter(
                                line -> !line.matches(
                                        ".*(Illegal root for UID|nvalid.* for (this VR|Value Representations)|invalid data values).*"))
                        .toList());
        String dumped = Tools.output("dcmdump", "-E", index.toString());
        assertFalse(dumped.startsWith("E:") || dumped.contains("\nE:"), dumped);
    }

    private static boolean isSound(Path file) throws IOException {
        try {
            DicomFile read = DicomReader.read(file);
            // dciodvfy wants a reference in the record of every spectrum, which the standard asks for where there is
            // one
            return !file.toString().matches(".*(declared|headerless|mr-spectroscopy).*")
                    && read.defects().isEmpty()
                    && read.dataSet()
                            .string(org.readingroom.viewer.dicom.Tag.SOP_CLASS_UID)
                            .isPresent()
                    && read.dataSet()
                            .string(org.readingroom.viewer.dicom.Tag.STUDY_INSTANCE_UID)
                            .isPresent()
                    && read.dataSet()
                            .string(org.readingroom.viewer.dicom.Tag.SERIES_INSTANCE_UID)
                            .isPresent();
        } catch (DicomException e) {
            return false;
        }
    }
}
