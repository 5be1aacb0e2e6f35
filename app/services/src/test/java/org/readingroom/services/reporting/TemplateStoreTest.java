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
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.WorkstationException;

// [utest->req~report.template.department~1]
class TemplateStoreTest {
    @TempDir
    Path folder;

    private static byte[] file(String words) {
        return ("<html><head><meta name=\"dcterms.identifier\" content=\"dept.one\"/><title>Zebraquagga</title>"
                        + "<meta name=\"dcterms.language\" content=\"zh\"/></head><body><section id=\"findings\"><p>"
                        + words
                        + "</p><script>alert(1)</script></section></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void seniorsKeepVersionsThatEverybodyReadsAndNobodyElseChanges() throws Exception {
        try (Home home = QuickHome.demo(folder)) {
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                TemplateStore store = session.reporting().templates();
                assertFalse(store.mayWrite());
                assertEquals("services.templates.no-right", refusal(() -> store.keep(file("一。"))));
            }
            try (Session session = QuickHome.signIn(home, "senior")) {
                TemplateStore store = session.reporting().templates();
                assertEquals(1, store.keep(file("一斑马。")).version());
                assertEquals(2, store.keep(file("二斑马。")).version());
                assertEquals("report.template.no-identifier", refusal(() -> store.keep(new byte[] {'<', 'p', '>'})));
                assertTrue(session.audit().latest(5).stream()
                        .anyMatch(event -> event.type().equals("templates.department")));
            }
        }
        try (Home home = QuickHome.demo(folder)) {
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                TemplateStore store = session.reporting().templates();
                List<TemplateVersion> versions = store.versions();
                assertEquals(
                        List.of(1, 2),
                        versions.stream().map(TemplateVersion::version).toList());
                assertTrue(store.source(versions.get(0)).contains("一斑马。"));
                assertFalse(store.source(versions.get(0)).contains("alert"), "a script was kept");
                assertEquals(
                        List.of("dept.one"),
                        store.current().stream().map(one -> one.id()).toList());
                assertEquals("services.templates.no-right", refusal(() -> store.retire(versions.get(1))));
                assertTrue(store.find("dept.one").isPresent());
                assertTrue(store.find("readingroom.liver-mr.zh").isPresent(), "a shipped one");
            }
            try (Session session = QuickHome.signIn(home, "senior")) {
                TemplateStore store = session.reporting().templates();
                store.retire(store.versions().getLast());
                assertEquals(List.of(), store.current());
                assertTrue(store.find("dept.one").isEmpty());
                assertTrue(store.source(store.versions().getLast()).contains("二斑马。"), "its file is gone");
            }
        }
        assertFalse(liesInTheHome("Zebraquagga"), "a template lies open on the disk");
        assertFalse(liesInTheHome("斑马"), "a template lies open on the disk");
    }

    private interface Act {
        void run() throws WorkstationException;
    }

    private static String refusal(Act act) {
        return assertThrows(WorkstationException.class, act::run).messageKey();
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
