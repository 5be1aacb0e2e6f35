package org.readingroom.services.remote.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.testing.MisbehavingArchive;
import org.readingroom.services.testing.MisbehavingHttp;
import org.readingroom.services.testing.MisbehavingHttp.Reply;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.Witness;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// What is asked for fits the link and what the server offers.
// [utest->req~archive.transfer-syntax~2]
class TransferChoiceTest {
    private static final SmallDicom FIRST = SmallDicom.of(1, 1);
    private static final SeriesUid SERIES = new SeriesUid(FIRST.series());
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";
    private static final String PLAIN = "1.2.840.10008.1.2.1";
    private static final long SECOND = 1_000_000_000L;

    private final TransferChoice choice = new TransferChoice();

    @Test
    void aQuickLinkTakesWhatIsStored() {
        choice.offers(SERIES, List.of(List.of(PLAIN, JPEG_LS)));
        assertEquals(TransferChoice.STORED, choice.accepts(SERIES).getFirst());
        choice.took(60_000_000, SECOND);
        assertEquals(List.of(TransferChoice.STORED, TransferChoice.DICOM), choice.accepts(SERIES));
    }

    @Test
    void aSlowLinkTakesWhatIsOfferedForEveryInstance() {
        choice.took(3_000_000, SECOND);
        choice.offers(SERIES, List.of(List.of(PLAIN, JPEG_LS, JPEG_2000), List.of(JPEG_2000, PLAIN)));
        assertEquals(
                TransferChoice.DICOM + "; transfer-syntax=" + JPEG_2000,
                choice.accepts(SERIES).getFirst());
        assertEquals(TransferChoice.STORED, choice.accepts(new SeriesUid("1.2")).getFirst());
    }

    @Test
    void nothingIsAskedForThatIsNotOffered() {
        choice.took(3_000_000, SECOND);
        choice.offers(SERIES, List.of());
        choice.offers(SERIES, List.of(List.of(PLAIN, JPEG_LS), List.of(PLAIN)));
        assertEquals(TransferChoice.STORED, choice.accepts(SERIES).getFirst());
    }

    @Test
    void shortAnswersSayNothingOfTheLinkAndOneIsNotAll() {
        choice.offers(SERIES, List.of(List.of(JPEG_LS)));
        choice.took(1000, SECOND);
        choice.took(60_000_000, SECOND);
        choice.took(1_000_000, SECOND);
        assertEquals(TransferChoice.STORED, choice.accepts(SERIES).getFirst());
        for (int i = 0; i < 8; i++) {
            choice.took(1_000_000, SECOND);
        }
        assertEquals(
                TransferChoice.DICOM + "; transfer-syntax=" + JPEG_LS,
                choice.accepts(SERIES).getFirst());
    }

    @Test
    void whatIsRefusedIsNotAskedForAgain() throws Exception {
        List<String> asked = new ArrayList<>();
        try (MisbehavingArchive server = new MisbehavingArchive().keep(FIRST.bytes());
                MisbehavingHttp picky = new MisbehavingHttp(ask -> {
                    asked.add(ask.header("Accept"));
                    return ask.header("Accept").contains("transfer-syntax") ? Reply.of(406) : server.answerTo(ask);
                })) {
            URI base = URI.create(picky.base() + "/dicom-web");
            DicomWebArchive archive =
                    new DicomWebArchive(new HttpLink(HttpServer.open(base), new Witness(), HttpTimes.DEFAULT), choice);
            StudyUid study = new StudyUid(FIRST.study());
            SopInstanceUid instance = new SopInstanceUid(FIRST.instance());
            for (int i = 0; i < 2; i++) {
                assertArrayEquals(FIRST.bytes(), archive.fetch(study, SERIES, instance, Progress.IGNORED));
            }
            assertEquals(List.of(TransferChoice.STORED, TransferChoice.DICOM, TransferChoice.DICOM), asked);
            picky.answerBy(ask -> Reply.of(406));
            ArchiveException none = assertThrows(
                    ArchiveException.class, () -> archive.fetch(study, SERIES, instance, Progress.IGNORED));
            assertEquals(ServerFault.REFUSED, none.fault());
        }
    }
}
