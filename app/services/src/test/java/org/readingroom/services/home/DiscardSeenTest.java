package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.reading.DraftBase;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Two desks at one draft, one of which throws it away.
// [utest->req~report.draft.discard-seen~1]
class DiscardSeenTest {
    @TempDir
    Path folder;

    private Home home;
    private Session writer;
    private Session other;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        home = QuickHome.demo(folder.resolve("home"), new QuickHome.Clock());
        writer = QuickHome.signIn(home, "resident");
        other = QuickHome.signIn(home, "radiologist");
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        writer.imports().importPaths(List.of(file), Progress.IGNORED);
        study = writer.studies().study(new StudyUid("2.25.1001")).orElseThrow();
    }

    @AfterEach
    void close() {
        writer.close();
        other.close();
        home.close();
    }

    private OpenReport take(Session session) throws Exception {
        return session.reports().open(study, ReportLanguage.CHINESE, "");
    }

    private void assertRefused(DraftBase base) throws Exception {
        WorkstationException refused =
                assertThrows(WorkstationException.class, () -> other.reports().discardDraft(study.uid(), base, "写错了"));
        assertEquals("services.report.discard-changed", refused.messageKey());
        assertEquals("左肺结节。", take(other).report().text(SectionKind.IMPRESSION), "still there");
        assertFalse(isDiscarded());
    }

    private boolean isDiscarded() throws Exception {
        return other.audit().latest(50).stream()
                .anyMatch(
                        event -> event.action() == Action.DELETE && event.type().equals("report.draft"));
    }

    @Test
    void wordsThatCameSinceAreNotThrownAwayUnseen() throws Exception {
        OpenReport mine = take(writer);
        DraftBase base = writer.reports()
                .saveDraft(Reports.written(mine.report(), "右肺结节。"), mine.base())
                .base();
        OpenReport seen = take(other);
        Report later = Reports.written(mine.report(), "左肺结节。");
        writer.reports().saveDraft(later, base);
        assertRefused(seen.base());
        assertTrue(other.reports().discardDraft(study.uid(), take(other).base(), "写错了"));
        assertTrue(isDiscarded());
        assertFalse(take(other).isDraft());
        assertFalse(other.reports().discardDraft(study.uid(), seen.base(), "写错了"), "nothing is left to throw away");
    }

    @Test
    void whoSawNoDraftThrowsNoneAway() throws Exception {
        OpenReport none = take(other);
        OpenReport mine = take(writer);
        writer.reports().saveDraft(Reports.written(mine.report(), "左肺结节。"), mine.base());
        assertRefused(none.base());
    }

    /// The same words sealed once more are another save: somebody is at work on them.
    @Test
    void aDraftThatWasSavedAgainIsAnother() throws Exception {
        OpenReport mine = take(writer);
        Report words = Reports.written(mine.report(), "左肺结节。");
        DraftBase base = writer.reports().saveDraft(words, mine.base()).base();
        OpenReport seen = take(other);
        writer.reports().saveDraft(words, base);
        assertRefused(seen.base());
    }
}
