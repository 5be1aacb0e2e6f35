package org.readingroom.services.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.SameInstance;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;

/// Files given to DCMTK's storescp over TLS; it takes files and answers no questions.
// [utest->req~dimse.tls~1]
class DimseStoreTlsTest {
    private static final LaneRunner LANES = new LaneRunner(Runnable::run);

    @TempDir
    private Path folder;

    @AfterAll
    static void closeLanes() {
        LANES.close();
    }

    @Test
    void filesGoEncryptedToWhoeverIsTrusted() throws Exception {
        assumeTrue(OtherProgram.isThere("storescp") && OtherProgram.isThere("openssl"), "DCMTK or OpenSSL is missing");
        Path own = certificate("own");
        Path stranger = certificate("stranger");
        Path kept = Files.createDirectories(folder.resolve("kept"));
        int port = OtherProgram.freePort();
        SmallDicom slice = SmallDicom.of(1, 1);
        try (OtherProgram _ = OtherProgram.start(
                folder,
                port,
                "storescp",
                "+tls",
                folder.resolve("own.key").toString(),
                own.toString(),
                "-ic",
                "-od",
                kept.toString(),
                String.valueOf(port))) {
            assertTrue(archive(port, own)
                    .store(new StudyUid(slice.study()), List.of(slice.bytes()), Progress.IGNORED)
                    .isWhole());
            ArchiveException thrown = assertThrows(
                    ArchiveException.class,
                    () -> archive(port, stranger)
                            .store(new StudyUid(slice.study()), List.of(slice.bytes()), Progress.IGNORED));
            assertEquals(ServerFault.WRONG_CERTIFICATE, thrown.fault());
        }
        try (Stream<Path> files = Files.list(kept)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            assertTrue(SameInstance.is(DicomReader.read(slice.bytes()), DicomReader.read(all.getFirst())));
        }
    }

    private static DimseArchive archive(int port, Path trusted) throws Exception {
        return DimseArchive.of(new DimseServer("STORESCP", "localhost", port, "", 0, trusted), LinkWitness.NONE, LANES);
    }

    private Path certificate(String name) throws Exception {
        Path pem = folder.resolve(name + ".pem");
        OtherProgram.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                folder.resolve(name + ".key").toString(),
                "-out",
                pem.toString());
        return pem;
    }
}
