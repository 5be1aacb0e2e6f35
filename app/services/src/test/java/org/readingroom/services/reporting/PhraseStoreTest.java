package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.phrase.Phrase;
import org.readingroom.report.phrase.PhraseBook;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.WorkstationException;

class PhraseStoreTest {
    private static final Phrase OWN =
            new Phrase("own", List.of("肺"), "我的短语 zebraquagga", "zq", ReportLanguage.CHINESE, "双肺所见如常斑马。");
    private static final Phrase SHARED =
            new Phrase("shared", List.of("肺"), "科室", "ks", ReportLanguage.CHINESE, "科室用语。");

    @TempDir
    Path folder;

    // [utest->req~report.phrase.kept~1]
    @Test
    void aPersonsBookIsTheirsAndTheDepartmentsIsWrittenBySeniors() throws Exception {
        try (Home home = QuickHome.demo(folder)) {
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                PhraseStore store = session.reporting().phrases();
                store.change(PhraseOwner.PERSONAL, book -> book.with(OWN));
                assertFalse(store.mayWrite(PhraseOwner.DEPARTMENT));
                assertEquals(
                        "services.phrases.no-right",
                        assertThrows(
                                        WorkstationException.class,
                                        () -> store.change(PhraseOwner.DEPARTMENT, book -> book.with(SHARED)))
                                .messageKey());
            }
            try (Session session = QuickHome.signIn(home, "senior")) {
                PhraseStore store = session.reporting().phrases();
                assertEquals(PhraseBook.EMPTY, store.book(PhraseOwner.PERSONAL));
                store.change(PhraseOwner.DEPARTMENT, book -> book.with(SHARED));
                assertTrue(session.audit().latest(5).stream()
                        .anyMatch(event -> event.type().equals("phrases.DEPARTMENT")));
            }
        }
        try (Home home = QuickHome.demo(folder);
                Session session = QuickHome.signIn(home, "radiologist")) {
            PhraseStore store = session.reporting().phrases();
            assertEquals(List.of(OWN), store.book(PhraseOwner.PERSONAL).phrases());
            assertEquals(List.of(SHARED), store.book(PhraseOwner.DEPARTMENT).phrases());
        }
        assertFalse(liesInTheHome("zebraquagga"), "a phrase lies open on the disk");
        assertFalse(liesInTheHome("如常斑马"), "a phrase lies open on the disk");
    }

    // [utest->req~report.phrase.kept~1]
    @Test
    void ofTwoChangesInOneMomentTheLaterIsToldAndTheEarlierStays() throws Exception {
        try (Home home = QuickHome.demo(folder);
                Session session = QuickHome.signIn(home, "senior")) {
            PhraseStore store = session.reporting().phrases();
            WorkstationException late = assertThrows(
                    WorkstationException.class,
                    () -> store.change(PhraseOwner.DEPARTMENT, book -> {
                        try {
                            store.change(PhraseOwner.DEPARTMENT, other -> other.with(SHARED));
                        } catch (WorkstationException e) {
                            throw new AssertionError(e);
                        }
                        return book.with(OWN);
                    }));
            assertEquals("services.phrases.changed", late.messageKey());
            assertEquals(List.of(SHARED), store.book(PhraseOwner.DEPARTMENT).phrases());
        }
    }

    private boolean liesInTheHome(String words) throws Exception {
        String wanted = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
