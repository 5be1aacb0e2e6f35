package org.readingroom.services.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Orthanc and HAPI FHIR with the demo department, one pair for all tests of a build.
///
/// They are those of the module `app/test-servers`, started as it was packaged by whoever needs them first, and end
/// with the build. Nothing in them may be counted on but what a test put there under names of its own, and the demo
/// department.
public final class RealHospital {
    private static final String JAR = "readingroom-test-servers-0.1.0.jar";
    private static final Path TARGET = root().resolve("app/test-servers/target");
    private static @Nullable RealHospital shared;

    private final Path settings;
    private final JsonNode servers;

    private RealHospital(Path settings) throws IOException {
        this.settings = settings;
        this.servers = new JsonMapper().readTree(Files.readString(settings));
    }

    /// The shared pair; skips the test where it cannot be: the module is not built or Orthanc is not installed.
    public static synchronized RealHospital shared() throws IOException, InterruptedException {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static RealHospital start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.exists(TARGET.resolve("classpath")) && Files.exists(TARGET.resolve(JAR)),
                "skipped: app/test-servers is not built");
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/sbin/Orthanc")), "skipped: Orthanc is not installed");
        Path folder = TARGET.resolve("servers");
        Said said = run("start", "--folder", folder.toString(), "--fresh", "--owner", Long.toString(build()));
        if (said.exitCode != 0) {
            throw new IllegalStateException("the servers do not start: " + said.words);
        }
        return new RealHospital(folder.resolve("servers.json"));
    }

    /// What a run of the program that starts the servers said.
    public record Said(int exitCode, String words) {}

    /// Runs the program that starts the servers.
    public static Said run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-cp",
                TARGET.resolve(JAR) + ":"
                        + Files.readString(TARGET.resolve("classpath")).strip(),
                "org.readingroom.testservers.ServersMain"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes());
        return new Said(process.waitFor(), words);
    }

    /// The Java program furthest up: Maven, whose end is the end of the build.
    private static long build() {
        long furthest = ProcessHandle.current().pid();
        Optional<ProcessHandle> each = ProcessHandle.current().parent();
        while (each.isPresent()) {
            if (each.get().info().command().orElse("").endsWith("/java")) {
                furthest = each.get().pid();
            }
            each = each.get().parent();
        }
        return furthest;
    }

    private static Path root() {
        Path folder = Path.of(System.getProperty("readingroom.root", "")).toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("assets/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /// The file that connects a desk.
    public Path settings() {
        return settings;
    }

    /// Without a slash at its end.
    public URI dicomWeb() {
        return URI.create(servers.at("/dicomWeb/base").asText());
    }

    /// Without a slash at its end.
    public URI fhir() {
        return URI.create(servers.at("/fhir/base").asText());
    }

    /// Orthanc's own interface, for looking at what it holds by another way than the program's.
    public URI orthanc() {
        return dicomWeb().resolve("/");
    }

    public String aeTitle() {
        return servers.at("/dimse/aeTitle").asText();
    }

    public int dimsePort() {
        return servers.at("/dimse/port").asInt();
    }
}
