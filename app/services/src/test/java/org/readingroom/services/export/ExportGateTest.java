package org.readingroom.services.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~export.gate~1]
class ExportGateTest {
    private static final StudyUid STUDY = new StudyUid("2.25.77001");
    private static final StudyUid OTHER = new StudyUid("2.25.77002");

    @TempDir
    Path folder;

    private static ExportRequest request(ExportForm form, PatientIdentity identity) {
        return new ExportRequest(form, ExportPlace.FILE, identity, STUDY, 12);
    }

    private static void with(Path folder, String name, Act act) throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("home"));
                Session session = QuickHome.signIn(home, name)) {
            act.on(session);
            assertTrue(session.audit().verify().isIntact());
        }
    }

    private interface Act {
        void on(Session session) throws Exception;
    }

    private static AuditEvent latest(Session session) throws Exception {
        return session.audit().latest(1).getFirst();
    }

    @Test
    void whatMayLeaveIsInTheTrailBeforeItLeaves() throws Exception {
        with(folder, "radiologist", session -> {
            String answer = session.gate().through(request(ExportForm.DICOM, PatientIdentity.NAMED), () -> {
                AuditEvent event = latest(session);
                assertEquals("export.dicom", event.type());
                assertEquals("file named 12", event.detail());
                assertEquals(Outcome.SUCCESS, event.outcome());
                assertEquals("R", event.action().code());
                assertEquals(session.user().id(), event.user());
                assertNotEquals(STUDY.value(), event.object());
                return "left";
            });
            assertEquals("left", answer);
        });
    }

    @Test
    void theTrailNeverHoldsTheStudyItself() throws Exception {
        with(folder, "radiologist", session -> session.gate().pass(request(ExportForm.PICTURE, PatientIdentity.NAMED)));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(raw.contains(STUDY.value()), file.toString());
            }
        }
    }

    @Test
    void everyStudyConcernedHasItsEvent() throws Exception {
        with(folder, "senior", session -> {
            int before = session.audit().latest(1000).size();
            session.gate()
                    .pass(new ExportRequest(
                            ExportForm.PAGES, ExportPlace.PRINTER, PatientIdentity.NAMED, Set.of(STUDY, OTHER), 1));
            List<AuditEvent> events = session.audit().latest(2);
            assertEquals(before + 2, session.audit().latest(1000).size());
            assertEquals("export.pages", events.get(0).type());
            assertEquals("printer named 1", events.get(1).detail());
            assertNotEquals(events.get(0).object(), events.get(1).object());
        });
    }

    @Test
    void aRefusalIsInTheTrailAndNothingIsDone() throws Exception {
        with(folder, "resident", session -> {
            AtomicBoolean left = new AtomicBoolean();
            ExportRequest named = request(ExportForm.DICOM, PatientIdentity.NAMED);
            ExportRefusedException refused = assertThrows(
                    ExportRefusedException.class,
                    () -> session.gate().through(named, () -> {
                        left.set(true);
                        return true;
                    }));
            assertFalse(left.get());
            assertEquals("services.export.named-objects", refused.messageKey());
            AuditEvent event = latest(session);
            assertEquals("export.dicom", event.type());
            assertEquals(Outcome.FAILURE, event.outcome());
            assertEquals("services.export.named-objects", event.detail());
            session.gate().pass(request(ExportForm.DICOM, PatientIdentity.REMOVED));
            assertEquals("file removed 12", latest(session).detail());
        });
    }

    @Test
    void whoReadsNobodyTakesNobodyOut() throws Exception {
        with(folder, "admin", session -> {
            for (ExportForm form : ExportForm.values()) {
                for (PatientIdentity identity : List.of(PatientIdentity.NAMED, PatientIdentity.REMOVED)) {
                    assertThrows(
                            ExportRefusedException.class, () -> session.gate().pass(request(form, identity)));
                    assertEquals(Outcome.FAILURE, latest(session).outcome());
                }
            }
            session.gate()
                    .pass(new ExportRequest(ExportForm.PICTURE, ExportPlace.FILE, PatientIdentity.NONE, Set.of(), 1));
            assertEquals("file none 1", latest(session).detail());
        });
    }

    @Test
    void whatFailsOnTheWayIsInTheTrailToo() throws Exception {
        with(folder, "radiologist", session -> {
            assertThrows(
                    IOException.class,
                    () -> session.gate().through(request(ExportForm.VOLUME, PatientIdentity.NAMED), () -> {
                        throw new IOException("/somebody/folder is full");
                    }));
            List<AuditEvent> events = session.audit().latest(2);
            assertEquals(Outcome.FAILURE, events.get(0).outcome());
            assertEquals("IOException", events.get(0).detail());
            assertEquals(Outcome.SUCCESS, events.get(1).outcome());
        });
    }

    @Test
    void withoutATrailNothingLeaves() throws Exception {
        AtomicBoolean left = new AtomicBoolean();
        Home home = QuickHome.demo(folder.resolve("home"));
        Session session = QuickHome.signIn(home, "radiologist");
        ExportGate gate = session.gate();
        home.close();
        assertThrows(
                Exception.class,
                () -> gate.through(request(ExportForm.PICTURE, PatientIdentity.NAMED), () -> {
                    left.set(true);
                    return true;
                }));
        assertFalse(left.get());
    }
}
