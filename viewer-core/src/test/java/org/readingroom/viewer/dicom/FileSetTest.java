package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.testing.SharedData;

// [utest->req~dicom.file-set~1]
class FileSetTest {
    @TempDir
    Path folder;

    private Path index(String... fileIds) throws IOException {
        List<DataSet> records = Arrays.stream(fileIds)
                .map(id -> DataSetBuilder.create("")
                        .text(Tag.DIRECTORY_RECORD_TYPE, Vr.CS, "IMAGE")
                        .text(Tag.REFERENCED_FILE_ID, Vr.CS, id.split("/"))
                        .build())
                .toList();
        DataSet data = DataSetBuilder.create("")
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.1.3.10")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.2")
                .sequence(Tag.DIRECTORY_RECORD_SEQUENCE, records)
                .build();
        Path file = folder.resolve("disc/DICOMDIR");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(out, data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        }
        return file;
    }

    @Test
    void filesAreFoundWhateverTheDiscDidToTheirNames() throws Exception {
        Path dicomdir = index("IMAGES/IM1", "IMAGES/IM2", "IMAGES/IM3", "IMAGES/IM1");
        Path images = Files.createDirectories(folder.resolve("disc/images"));
        Files.createFile(images.resolve("im1"));
        Files.createFile(images.resolve("IM2.;1"));
        FileSet set = FileSet.read(dicomdir);
        assertEquals(
                List.of("im1", "IM2.;1"),
                set.files().stream().map(file -> file.getFileName().toString()).toList());
        assertEquals(List.of("IMAGES/IM3"), set.missing());
    }

    @Test
    void referencesOutOfTheFolderAreNotFollowed() throws Exception {
        Files.writeString(folder.resolve("secret"), "not for the reader");
        Path dicomdir = index("../secret", "A/../../secret", "LINK");
        Files.createSymbolicLink(folder.resolve("disc/LINK"), folder.resolve("secret"));
        FileSet set = FileSet.read(dicomdir);
        assertEquals(List.of(), set.files());
        assertEquals(3, set.missing().size());
    }

    @Test
    void completeFileSetIsFoundWhole() throws DicomException {
        FileSet set = FileSet.read(SharedData.path("dicomdir/pydicom/DICOMDIR"));
        assertEquals(31, set.files().size());
        assertEquals(List.of(), set.missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DICOMDIR-bigEnd", "DICOMDIR-implicit", "DICOMDIR-nooffset", "DICOMDIR-reordered"})
    void variantsOfTheIndexNameTheSameFiles(String name) throws DicomException {
        List<Path> expected =
                FileSet.read(SharedData.path("dicomdir/pydicom/DICOMDIR")).files();
        FileSet found = FileSet.read(SharedData.path("dicomdir/pydicom/" + name));
        assertEquals(expected.size(), found.files().size() + found.missing().size());
        assertTrue(expected.containsAll(found.files()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dicomdir-absolute", "dicomdir-loop", "dicomdir-path-traversal"})
    void hostileIndexesEndAndStayInTheirFolder(String name) throws DicomException {
        Path path = SharedData.path("broken/made/" + name);
        Path file = Files.isDirectory(path) ? path.resolve("DICOMDIR") : path;
        for (Path found : FileSet.read(file).files()) {
            assertTrue(found.normalize().startsWith(file.getParent()), "outside the folder");
        }
    }

    @Test
    void anImageIsNoFileSet() {
        Path image = SharedData.path("codec/misc/MR_small.dcm");
        assertEquals(
                "viewer.file.not-a-file-set",
                assertThrows(DicomException.class, () -> FileSet.read(image)).messageKey());
    }
}
