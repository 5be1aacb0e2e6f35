package org.readingroom.services.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

class UserDirectoryTest {
    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();

    // [utest->req~identity.sign-in~1]
    @Test
    void refusesAWrongPasswordAndAnUnknownNameWithTheSameWords() throws WorkstationException {
        try (Home home = home()) {
            assertEquals(
                    "services.signin.wrong",
                    refusal(home, "radiologist", "dem0").messageKey());
            assertEquals(
                    "services.signin.wrong", refusal(home, "nobody", "demo").messageKey());
            home.signIn(" Radiologist ", "demo".toCharArray()).close();
        }
    }

    // [utest->req~identity.lockout~1]
    @Test
    void locksANameAfterThreeFailuresEvenAcrossARestart() throws WorkstationException {
        try (Home home = home()) {
            refusal(home, "senior", "a");
            refusal(home, "senior", "b");
        }
        try (Home home = home()) {
            refusal(home, "senior", "c");
            SignInRefusedException locked = refusal(home, "senior", "demo");
            assertEquals("services.signin.locked", locked.messageKey());
            assertEquals(List.of(60L), locked.messageArguments());
            home.signIn("radiologist", "demo".toCharArray()).close();
        }
        clock.advance(Duration.ofSeconds(61));
        try (Home home = home()) {
            refusal(home, "senior", "d");
            clock.advance(Duration.ofSeconds(61));
            assertEquals(
                    "services.signin.locked", refusal(home, "senior", "demo").messageKey());
            clock.advance(Duration.ofSeconds(60));
            home.signIn("senior", "demo".toCharArray()).close();
            assertEquals("services.signin.wrong", refusal(home, "senior", "e").messageKey());
        }
    }

    /// Locked by a clock that ran years ahead, nobody may be shut out until then.
    // [utest->req~identity.lockout~1]
    @Test
    void aLockLastsNoLongerThanTheLongestWhenTheClockIsSetBack() throws WorkstationException {
        clock.advance(Duration.ofDays(3000));
        try (Home home = home()) {
            refusal(home, "senior", "a");
            refusal(home, "senior", "b");
            refusal(home, "senior", "c");
            assertEquals(
                    "services.signin.locked", refusal(home, "senior", "demo").messageKey());
            clock.advance(Duration.ofDays(-3000));
            home.signIn("senior", "demo".toCharArray()).close();
        }
    }

    // [utest->req~identity.password-change~1]
    @Test
    void aNewPasswordOpensWhatTheOldOneSealed() throws WorkstationException {
        StudyUid study = new StudyUid("2.25.1");
        try (Home home = home()) {
            Session session = home.signIn("radiologist", "demo".toCharArray());
            session.annotations().save(study, "{\"n\":1}");
            assertEquals(
                    "services.password.short",
                    assertThrows(
                                    WorkstationException.class,
                                    () -> session.password().change("demo".toCharArray(), "short".toCharArray()))
                            .messageKey());
            session.password().change("demo".toCharArray(), "correct horse".toCharArray());
        }
        try (Home home = home()) {
            refusal(home, "radiologist", "demo");
            try (Session session = home.signIn("radiologist", "correct horse".toCharArray())) {
                assertEquals("{\"n\":1}", session.annotations().load(study).orElseThrow());
            }
        }
    }

    /// The vector is of the reference implementation's own tests (phc-winner-argon2, test.c, Argon2id v19).
    @Test
    void argon2AgreesWithTheReferenceImplementation() {
        byte[] out = new byte[32];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(65536)
                .withIterations(2)
                .withParallelism(1)
                .withSalt("somesalt".getBytes(StandardCharsets.US_ASCII))
                .build());
        generator.generateBytes("password".getBytes(StandardCharsets.US_ASCII), out);
        assertArrayEquals(
                HexFormat.of().parseHex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"), out);
    }

    private SignInRefusedException refusal(Home home, String name, String password) {
        return assertThrows(SignInRefusedException.class, () -> home.signIn(name, password.toCharArray()));
    }

    private Home home() throws WorkstationException {
        return QuickHome.demo(folder.resolve("home"), clock);
    }
}
