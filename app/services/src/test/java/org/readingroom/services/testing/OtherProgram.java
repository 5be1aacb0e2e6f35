package org.readingroom.services.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Another program that listens on a port of the loopback, such as those of DCMTK; ends with the test.
public final class OtherProgram implements AutoCloseable {
    private final Process process;

    private OtherProgram(Process process) {
        this.process = process;
    }

    public static boolean isThere(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /// A port nobody listens on now.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Starts `command` in `folder` and waits until it listens on `port`.
    public static OtherProgram start(Path folder, int port, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(Path.of(command[0]).getFileName() + ".log")
                        .toFile())
                .start();
        OtherProgram program = new OtherProgram(process);
        for (int tries = 0; tries < 1200; tries++) {
            if (!process.isAlive()) {
                break;
            }
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return program;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        program.close();
        throw new IllegalStateException(command[0] + " does not listen");
    }

    /// Runs `command` to its end and returns what it wrote.
    public static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command[0] + ": " + said);
        }
        return said;
    }

    /// Ends it at once, as a power cut would.
    public void kill() {
        process.destroyForcibly();
        ends();
    }

    private boolean ends() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!ends()) {
            kill();
        }
    }
}
