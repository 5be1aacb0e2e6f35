package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.pdf.KeyPicture;
import org.readingroom.report.pdf.Letterhead;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.task.Progress;

class PrintedDressTest {
    private static final Author SIGNER =
            new Author("user-7", "演示医师", Set.of(AuthorRole.SENIOR), "L-1", LocalDate.of(2030, 1, 1));
    private static final InstantSource TODAY = InstantSource.fixed(Instant.parse("2026-11-20T02:00:00Z"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    /// The greys are those of the standard's formula for a LINEAR window, PS3.3 C.11.2.1.2, reckoned by hand.
    // [utest->req~report.pdf.key-images~1]
    @Test
    void aKeyImageIsDrawnUnderItsWindowAndOneThatIsNotHereIsNot() throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("home"), new QuickHome.Clock());
                Session session = QuickHome.signIn(home, "radiologist")) {
            Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            KeyImagePictures pictures = new KeyImagePictures(session.studies());
            KeyPicture picture = pictures.of(image("2.25.1001.1.1", new AnchorWindow(128, 256)))
                    .orElseThrow();
            assertEquals(800, picture.columns());
            // every pixel of the file is 50 wide; its middle has its own value
            assertEquals(
                    List.of(0, 15, 128, 255),
                    List.of(
                            grey(picture, 25, 25),
                            grey(picture, 775, 25),
                            grey(picture, 25, 425),
                            grey(picture, 775, 775)));
            KeyPicture narrow = pictures.of(image("2.25.1001.1.1", new AnchorWindow(128, 2)))
                    .orElseThrow();
            assertEquals(
                    List.of(0, 255, 255),
                    List.of(grey(narrow, 775, 325), grey(narrow, 25, 425), grey(narrow, 75, 425)));
            assertEquals(Optional.empty(), pictures.of(image("2.25.1001.1.9", null)));
            assertEquals(
                    Optional.empty(),
                    pictures.of(new KeyImage(
                            new SeriesUid("2.25.1001.1"),
                            new FrameRef(new SopInstanceUid("2.25.1001.1.1"), 1),
                            null,
                            "")));
        }
    }

    // [utest->req~report.pdf.seal~1]
    @Test
    void onlyTheApprovedSealOfThisSignerIsPrinted() throws Exception {
        byte[] png = png();
        assertEquals(Optional.empty(), seal(TODAY, SIGNER));
        write(png, sha256(png), "2026-11-20");
        assertArrayEquals(png, seal(TODAY, SIGNER).orElseThrow());
        assertEquals(Optional.empty(), seal(InstantSource.fixed(Instant.parse("2026-11-20T16:00:01Z")), SIGNER));
        Author other = new Author("user-8", "演示", Set.of(), "L-1", null);
        assertEquals(Optional.empty(), seal(TODAY, other));
        Author otherLicence = new Author("user-7", "演示", Set.of(), "L-2", null);
        assertEquals(Optional.empty(), seal(TODAY, otherLicence));
        write(png, "00".repeat(32), "2026-11-20");
        assertEquals(Optional.empty(), seal(TODAY, SIGNER));
        byte[] broken = {1, 2, 3};
        write(broken, sha256(broken), "2026-11-20");
        assertEquals(Optional.empty(), seal(TODAY, SIGNER));
        Files.writeString(folder.resolve(ApprovedSeals.FILE), "{broken");
        assertEquals(Optional.empty(), seal(TODAY, SIGNER));
    }

    // [utest->req~report.pdf.letterhead~1]
    @Test
    void theHeadOfTheHospitalIsInTheLanguageOfTheReport() throws Exception {
        HospitalHead head = new HospitalHead(folder);
        assertEquals(Letterhead.NONE, head.in(ReportLanguage.CHINESE));
        Files.writeString(folder.resolve(HospitalHead.FILE), """
                {"format": "readingroom.letterhead", "formatVersion": 1,
                 "hospital": {"zh": "演示总院", "en": "Demo General"}, "line": {"zh": "放射科"}}""");
        assertEquals("演示总院", head.in(ReportLanguage.CHINESE).hospital());
        assertEquals("Demo General", head.in(ReportLanguage.ENGLISH).hospital());
        assertEquals("", head.in(ReportLanguage.ENGLISH).line());
        assertNull(head.in(ReportLanguage.CHINESE).logo());
        Files.writeString(folder.resolve(HospitalHead.FILE), """
                {"format": "readingroom.letterhead", "formatVersion": 1, "hospital": {"zh": "演示"}, "logo": "AAAA"}""");
        assertEquals(Letterhead.NONE, head.in(ReportLanguage.CHINESE));
    }

    private Optional<byte[]> seal(InstantSource clock, Author author) {
        return new ApprovedSeals(folder, clock, ZONE).of(author);
    }

    private void write(byte[] png, String digest, String until) throws Exception {
        Files.writeString(folder.resolve(ApprovedSeals.FILE), """
                {"format": "readingroom.seals", "formatVersion": 1, "approvedBy": "医务处",
                 "seals": [{"userId": "user-7", "licenceNumber": "L-1", "validUntil": "%s", "sha256": "%s",
                   "png": "%s"}]}""".formatted(
                        until, digest, Base64.getEncoder().encodeToString(png)));
    }

    private static KeyImage image(String instance, AnchorWindow window) {
        return new KeyImage(new SeriesUid("2.25.1001.1"), new FrameRef(new SopInstanceUid(instance), 0), window, "");
    }

    private static int grey(KeyPicture picture, int x, int y) {
        int argb = picture.argb()[y * picture.columns() + x];
        assertEquals(argb & 0xFF, argb >> 8 & 0xFF);
        return argb & 0xFF;
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
