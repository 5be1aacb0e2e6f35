package org.readingroom.services.dimse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.readingroom.services.testing.OtherProgram;

/// Orthanc as an archive of the DIMSE kind, on free ports, in a folder of the test.
final class DimseOrthanc implements DimsePeer {
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");

    private final int port;
    private final int receiverPort;
    private final OtherProgram program;

    private DimseOrthanc(int port, int receiverPort, OtherProgram program) {
        this.port = port;
        this.receiverPort = receiverPort;
        this.program = program;
    }

    static DimseOrthanc start(Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "skipped: Orthanc is not installed");
        int port = OtherProgram.freePort();
        int http = OtherProgram.freePort();
        int receiver = OtherProgram.freePort();
        Path store = Files.createDirectories(folder.resolve("orthanc"));
        Path settings = Files.writeString(folder.resolve("orthanc.json"), """
                {"Name": "TEST", "StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "Plugins": [],
                 "HttpPort": %2$d, "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                 "DicomServerEnabled": true, "DicomPort": %3$d, "DicomAet": "TESTPACS", "DefaultEncoding": "Utf8",
                 "DicomAlwaysAllowFind": true, "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true,
                 "DicomAlwaysAllowStore": true, "UnknownSopClassAccepted": true, "OverwriteInstances": false,
                 "CaseSensitivePN": false, "LimitFindResults": 0,
                 "DicomModalities": {"us": ["READINGROOM", "127.0.0.1", %4$d]}}
                """.formatted(store, http, port, receiver));
        return new DimseOrthanc(
                port, receiver, OtherProgram.start(folder, port, PROGRAM.toString(), settings.toString()));
    }

    @Override
    public String title() {
        return "TESTPACS";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int receiverPort() {
        return receiverPort;
    }

    @Override
    public void close() {
        program.close();
    }
}
