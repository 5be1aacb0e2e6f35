package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/// What `echo` says when nobody is there, or what was typed is no address. That it finds who is there, `EchoTest`
/// tells.
class EchoCommandTest {
    // [utest->req~cli.echo~1]
    @Test
    void nobodyThereIsSaidInBothLanguages() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        CliRun run = CliRun.of("echo", "127.0.0.1", port, "--called", "FILMPRINTER");
        assertEquals(1, run.exitCode());
        assertEquals(
                "readingroom echo: Nothing answers at 127.0.0.1:%d. Is the address right, and is the device on?\n"
                        .formatted(port),
                run.err());
        assertTrue(CliRun.inChinese("echo", "127.0.0.1", port, "--called", "FILMPRINTER")
                .err()
                .contains("127.0.0.1:%d 无应答".formatted(port)));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertTrue(CliRun.of("echo", "127.0.0.1", 104, "--called", "A NAME OF TOO MANY LETTERS")
                .err()
                .contains("AE title"));
        assertEquals(1, CliRun.of("echo", "127.0.0.1", 70000, "--called", "A").exitCode());
        assertEquals(2, CliRun.of("echo", "127.0.0.1", "x", "--called", "A").exitCode());
        assertEquals(2, CliRun.of("echo", "127.0.0.1", 104).exitCode());
    }
}
