package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;

/// One demo home, from the first import to the exported signature, as scripts would use it.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomeCommandsTest {
    private static final String STUDY = "2.25.77.1000";

    @TempDir
    private static Path folder;

    private static Path home;
    private static Path pictures;

    @BeforeAll
    static void somePictures() throws IOException {
        home = folder.resolve("home");
        pictures = Files.createDirectory(folder.resolve("pictures"));
        for (int i = 0; i < 3; i++) {
            new TestImage(i, i + 1, true, (x, y) -> x + y).writeTo(pictures.resolve(i + ".dcm"));
        }
    }

    private static CliRun demo(String user, Object... arguments) {
        Object[] all = new Object[arguments.length + 5];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--demo";
        all[arguments.length + 1] = "--home";
        all[arguments.length + 2] = home;
        all[arguments.length + 3] = "--user";
        all[arguments.length + 4] = user;
        return CliRun.of(all);
    }

    // [utest->req~cli.import~1]
    @Test
    @Order(1)
    void importTakesAFolderAndNamesWhatItSkipped() throws IOException {
        CliRun first = demo("senior", "import", pictures);
        assertEquals(ExitCode.DONE, first.exitCode(), first.out() + first.err());
        assertTrue(first.out().startsWith("3 imported, 0 already there, 0 skipped"), first.out());
        Path text = Files.writeString(folder.resolve("letter.txt"), "no picture");
        CliRun second = demo("senior", "import", pictures, text);
        assertEquals(ExitCode.REFUSED, second.exitCode());
        assertTrue(second.out().contains("letter.txt"), second.out());
        assertTrue(second.out().contains("0 imported, 3 already there, 1 skipped"), second.out());
    }

    // [utest->req~cli.studies~1]
    @Test
    @Order(2)
    void studiesAreFoundByPinyin() {
        CliRun run = demo("senior", "studies", "--find", "ceshi");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertEquals(1, run.lines().size(), run.out());
        assertTrue(run.out().startsWith(STUDY + "\t2026-01-02"), run.out());
        assertEquals(0, demo("senior", "studies", "--find", "nobody").lines().size());
    }

    // [utest->req~cli.report~1]
    @Test
    @Order(3)
    void aReportIsWrittenSignedReviewedAndVerified() {
        assertEquals(
                ExitCode.REFUSED, demo("radiologist", "report", "verify", STUDY).exitCode());
        assertEquals(
                ExitCode.REFUSED, demo("radiologist", "report", "sign", STUDY).exitCode());
        CliRun written = demo(
                "radiologist",
                "report",
                "new",
                STUDY,
                "--technique",
                "CT of a phantom.",
                "--findings",
                "A ramp of grey.",
                "--impression",
                "Phantom.");
        assertEquals(ExitCode.DONE, written.exitCode(), written.err());
        CliRun primary = demo("radiologist", "report", "sign", STUDY, "--stage", "primary");
        assertEquals(ExitCode.DONE, primary.exitCode(), primary.err());
        CliRun own = demo("radiologist", "report", "sign", STUDY, "--stage", "review");
        assertEquals(ExitCode.REFUSED, own.exitCode(), own.out());
        CliRun review = demo("senior", "report", "sign", STUDY);
        assertEquals(ExitCode.DONE, review.exitCode(), review.err());
        CliRun verified = demo("senior", "report", "verify", STUDY);
        assertEquals(ExitCode.DONE, verified.exitCode(), verified.out());
        assertEquals(2, verified.lines().size());
        assertTrue(verified.lines().getFirst().contains("by version 2 (Review); current version: 2"), verified.out());
        assertFalse(verified.lines().getLast().contains("superseded"), verified.out());
        CliRun json = demo("senior", "report", "verify", STUDY, "--json");
        assertTrue(json.lines().getFirst().contains("\"validity\":\"superseded\""), json.out());
        assertTrue(json.lines().getLast().contains("\"validity\":\"valid\""), json.out());
    }

    // [utest->req~report.copy.validity~1]
    @Test
    @Order(4)
    void anOldVersionIsExportedAsOneThatDoesNotCount() throws IOException {
        Path out = folder.resolve("old");
        CliRun run = demo("senior", "report", "export", STUDY, "--out", out, "--report-version", "1");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertTrue(Files.readString(out.resolve("report.txt")).contains("NOT THE VALID VERSION"));
        assertTrue(Files.readString(out.resolve("report.html")).contains("NOT THE VALID VERSION"));
        assertFalse(Files.readString(out.resolve("canonical.json")).contains("NOT THE VALID"), "what was signed stays");
        Path now = folder.resolve("now");
        assertEquals(
                ExitCode.DONE,
                demo("senior", "report", "export", STUDY, "--out", now).exitCode());
        assertFalse(Files.readString(now.resolve("report.txt")).contains("NOT THE VALID VERSION"));
        assertTrue(Files.size(out.resolve("report.pdf")) > 0);
    }

    @Test
    @Order(4)
    void openSslVerifiesTheExportedSignature() throws Exception {
        Path out = folder.resolve("export");
        CliRun run = demo("senior", "report", "export", STUDY, "--out", out);
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertEquals(
                "%PDF",
                Files.readString(out.resolve("report.pdf"), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .substring(0, 4));
        Assumptions.assumeTrue(openssl(out, "version") == 0, "skipped: openssl is not installed");
        String[] verify = {
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "signature.p7s",
            "-content",
            "canonical.json",
            "-CAfile",
            "signers.pem",
            "-purpose",
            "any",
            "-out",
            "/dev/null"
        };
        assertEquals(0, openssl(out, verify));
        byte[] bytes = Files.readAllBytes(out.resolve("canonical.json"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(out.resolve("canonical.json"), bytes);
        assertFalse(openssl(out, verify) == 0, "a changed byte passes");
    }

    // [utest->req~cli.audit~1]
    @Test
    @Order(5)
    void theAuditTrailOfAllThatIsIntact() {
        CliRun run = demo("senior", "audit", "verify");
        assertEquals(ExitCode.DONE, run.exitCode(), run.out() + run.err());
        assertEquals(1, run.lines().size(), run.out());
    }

    @Test
    @Order(6)
    void aWrongPasswordAndALockedHomeAreRefused() throws Exception {
        CliRun wrong = CliRun.withInput("wrong\n", "studies", "--home", home, "--user", "senior", "--password-stdin");
        assertEquals(ExitCode.REFUSED, wrong.exitCode());
        assertEquals(1, wrong.err().lines().count(), wrong.err());
        CliRun right = CliRun.withInput("demo\n", "studies", "--home", home, "--user", "senior", "--password-stdin");
        assertEquals(ExitCode.DONE, right.exitCode(), right.err());
        try (Home open = Home.openOrCreate(home)) {
            assertEquals(home, open.folder());
            CliRun locked = demo("senior", "studies");
            assertEquals(ExitCode.REFUSED, locked.exitCode(), locked.out());
            assertEquals(1, locked.err().lines().count(), locked.err());
        }
    }

    @Test
    @Order(7)
    void aStudyThatIsNotThereIsNamed() {
        for (List<Object> line : List.of(
                List.<Object>of("report", "new", "2.25.1"),
                List.<Object>of("report", "sign", "2.25.1"),
                List.<Object>of("report", "verify", "2.25.1"),
                List.<Object>of("report", "export", "2.25.1", "--out", folder.resolve("none")))) {
            CliRun run = demo("senior", line.toArray());
            assertEquals(ExitCode.REFUSED, run.exitCode(), run.out());
            assertTrue(run.err().contains("2.25.1"), run.err());
        }
    }

    /// As when the hospital's own change overtook the review.
    // [utest->req~report.copy.validity~1]
    @Test
    @Order(9)
    void aWithdrawnVersionIsNotExportedUnlessItIsAskedFor() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("documents.db"));
                var statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate("UPDATE outbox SET state = 'WITHDRAWN' WHERE version = 2") > 0);
        }
        Path held = folder.resolve("held");
        assertEquals(
                ExitCode.DONE,
                demo("senior", "report", "export", STUDY, "--out", held).exitCode());
        assertTrue(Files.readString(held.resolve("canonical.json")).contains("PRIMARY"));
        assertFalse(Files.readString(held.resolve("report.txt")).contains("NOT THE VALID VERSION"));
        Path gone = folder.resolve("gone");
        assertEquals(
                ExitCode.DONE,
                demo("senior", "report", "export", STUDY, "--out", gone, "--report-version", "2")
                        .exitCode());
        assertTrue(Files.readString(gone.resolve("report.txt"))
                .contains("was withdrawn before it reached the hospital; current version: 1"));
    }

    private static int openssl(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : 124;
        } catch (IOException e) {
            return 127;
        }
    }
}
