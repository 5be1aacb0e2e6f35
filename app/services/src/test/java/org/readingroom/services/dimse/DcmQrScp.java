package org.readingroom.services.dimse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.readingroom.services.testing.OtherProgram;

/// DCMTK's archive, on a free port, in a folder of the test.
final class DcmQrScp implements DimsePeer {
    private final int port;
    private final int receiverPort;
    private final OtherProgram program;

    private DcmQrScp(int port, int receiverPort, OtherProgram program) {
        this.port = port;
        this.receiverPort = receiverPort;
        this.program = program;
    }

    static DcmQrScp start(Path folder, String... options) throws Exception {
        Assumptions.assumeTrue(OtherProgram.isThere("dcmqrscp"), "skipped: DCMTK is not installed");
        int port = OtherProgram.freePort();
        int receiver = OtherProgram.freePort();
        Path store = Files.createDirectories(folder.resolve("qr"));
        Path settings = Files.writeString(folder.resolve("qr.cfg"), """
                NetworkTCPPort = %d
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                us = (READINGROOM, localhost, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                QRSCP %s RW (200, 1024mb) ANY
                AETable END
                """.formatted(port, receiver, store));
        List<String> command = new ArrayList<>(List.of("dcmqrscp", "-c", settings.toString()));
        command.addAll(Arrays.asList(options));
        return new DcmQrScp(port, receiver, OtherProgram.start(folder, port, command.toArray(String[]::new)));
    }

    @Override
    public String title() {
        return "QRSCP";
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
