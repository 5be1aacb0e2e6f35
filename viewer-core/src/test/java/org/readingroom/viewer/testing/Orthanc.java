package org.readingroom.viewer.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/// A real archive on a free port of this machine, in a folder of the test, gone with it.
///
/// Tests that want it are skipped, saying so, where Orthanc and its DICOMweb plug-in are not installed.
public final class Orthanc implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final Path DICOM_WEB = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{8}){4}");

    private final Process process;
    private final String base;

    private Orthanc(Process process, int port) {
        this.process = process;
        this.base = "http://127.0.0.1:" + port;
    }

    public static Orthanc start(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM) && Files.exists(DICOM_WEB),
                "skipped: orthanc and orthanc-dicomweb are not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path store = Files.createDirectories(folder.resolve("orthanc"));
        Path settings = Files.writeString(folder.resolve("orthanc.json"), """
                {"Name": "TEST", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": ["%s"],
                 "HttpPort": %d, "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                 "DicomServerEnabled": false, "StoreMD5ForAttachments": true, "DefaultEncoding": "Utf8",
                 "DicomWeb": {"Enable": true, "Root": "/dicom-web/", "EnableWado": false}}
                """.formatted(store, store, DICOM_WEB, port));
        Process process = new ProcessBuilder(PROGRAM.toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile())
                .start();
        Orthanc archive = new Orthanc(process, port);
        archive.awaitReady(folder);
        return archive;
    }

    /// Where it speaks DICOMweb.
    public URI webBase() {
        return URI.create(base + "/dicom-web");
    }

    private void awaitReady(Path folder) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                if (get("/system", "application/json").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is still starting
            }
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                close();
                throw new IOException("Orthanc does not start: " + Files.readString(folder.resolve("orthanc.log")));
            }
            Thread.sleep(50);
        }
    }

    /// Where its DICOMweb services are.
    public URI dicomWeb() {
        return URI.create(base + "/dicom-web");
    }

    /// Sends Part 10 files by STOW-RS; returns the answer, which names what was kept.
    public String store(List<byte[]> files) throws IOException, InterruptedException {
        String boundary = "part-of-the-whole";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/dicom-web/studies"))
                .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + boundary)
                .header("Accept", "application/dicom+json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        HttpResponse<String> answer = send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("STOW-RS " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /// The file of an instance as the archive keeps it.
    public byte[] file(String sopInstanceUid) throws IOException, InterruptedException {
        HttpRequest lookup = HttpRequest.newBuilder(URI.create(base + "/tools/lookup"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(sopInstanceUid))
                .build();
        String found = send(lookup, HttpResponse.BodyHandlers.ofString()).body();
        Matcher id = UUID.matcher(found);
        if (!id.find()) {
            throw new IOException("not in the archive: " + found);
        }
        return get("/instances/" + id.group() + "/file", "*/*").body();
    }

    /// The only instance that WADO-RS gives for these identifiers.
    public byte[] retrieve(String study, String series, String instance) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(
                "/dicom-web/studies/" + study + "/series/" + series + "/instances/" + instance,
                "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        if (answer.statusCode() != 200) {
            throw new IOException("WADO-RS " + answer.statusCode());
        }
        byte[] body = answer.body();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("\r\n\r\n") + 4;
        String boundary = text.substring(0, text.indexOf("\r\n"));
        int end = text.indexOf("\r\n" + boundary, start);
        return Arrays.copyOfRange(body, start, end);
    }

    /// Each on a connection of its own: the archive closes idle ones when it likes, and a request sent on such a
    /// one is lost.
    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, handler);
        }
    }

    private HttpResponse<byte[]> get(String path, String accept) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", accept)
                        .timeout(PATIENCE)
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
