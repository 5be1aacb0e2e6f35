package org.readingroom.desktop.reporting.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.report.research.DateForm;
import org.readingroom.report.research.ResearchProject;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reporting.ResearchExport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.testing.StepRunner;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What ends late takes nothing from whoever went on meanwhile.
@Tag("ui")
// [utest->req~report.research.sheet~1]
class ResearchDeskTest {
    @TempDir
    Path folder;

    private final StepRunner runner = new StepRunner();
    private final Words words = new Words(Locale.ENGLISH);
    private final StatusViewModel status = new StatusViewModel();
    private SheetLayer sheets;
    private TextField reason;
    private Home home;

    @BeforeEach
    void enterAProject() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        FxToolkit.registerPrimaryStage();
        sheets = WaitForAsyncUtils.asyncFx(() -> new SheetLayer(words)).get(60, TimeUnit.SECONDS);
        reason = WaitForAsyncUtils.asyncFx(() -> new TextField("half a reason")).get(60, TimeUnit.SECONDS);
        home = QuickHome.demo(folder.resolve("home"));
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            research.projects().enter(wish(), research.fields());
        }
    }

    @AfterEach
    void close() {
        if (home != null) {
            home.close();
        }
    }

    private static ResearchProject wish() {
        return new ResearchProject(
                "",
                "Nodules",
                "KY2026-117",
                "Ethics committee",
                LocalDate.of(2026, 3, 31),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "CT",
                ResearchProject.fields(List.of("noduleSize")),
                DateForm.YEAR,
                true,
                false);
    }

    private ResearchDesk desk(Session session) {
        return new ResearchDesk(
                session.reporting().research(),
                session.gate(),
                runner,
                words,
                status,
                WindowMemory.of(folder.resolve("memory")));
    }

    private void another() {
        sheets.show("desktop.assign.title", reason, 460, 420);
    }

    private static Node press(Scene scene, String button) {
        Node before = scene.lookup("#research-projects");
        ((Button) scene.lookup(button)).fire();
        return before;
    }

    @Test
    void theSheetIsShownAnewWhereItStillLies() throws Exception {
        approved(scene -> {
            Node before = press(scene, "#research-do-approve");
            runner.runAll();
            Node after = scene.lookup("#research-projects");
            assertNotNull(after);
            assertNotSame(before, after);
        });
    }

    @Test
    void anotherSheetThatWasOpenedMeanwhileStays() throws Exception {
        approved(scene -> {
            press(scene, "#research-do-approve");
            another();
            runner.runAll();
            assertNotNull(reason.getScene(), "what was being typed is gone");
            assertNull(scene.lookup("#research-projects"));
        });
    }

    @Test
    void alsoOneThatWasOpenedWhileTheProjectsAreReadAgain() throws Exception {
        approved(scene -> {
            press(scene, "#research-do-approve");
            runner.runNext();
            assertEquals(1, runner.waiting(), "the projects are being read");
            another();
            runner.runAll();
            assertNotNull(reason.getScene(), "what was being typed is gone");
        });
    }

    @Test
    void noFormComesOverWhatWasOpenedMeanwhile() throws Exception {
        inSheet("radiologist", scene -> {
            press(scene, "#research-do-enter");
            another();
            runner.runAll();
            assertNotNull(reason.getScene(), "what was being typed is gone");
        });
    }

    private interface Act {
        void on(Scene scene) throws Exception;
    }

    /// As the senior, who decides in `act`: said and kept, whatever is looked at by then.
    private void approved(Act act) throws Exception {
        inSheet("senior", act);
        assertEquals("The decision is kept.", status.messageProperty().get());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            assertEquals(2, research.projects().cases().getFirst().acts().size(), "entered and approved");
        }
    }

    private void inSheet(String login, Act act) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            WaitForAsyncUtils.asyncFx(() -> {
                        Scene scene = new Scene(sheets);
                        desk(session).show(sheets, "");
                        runner.runAll();
                        act.on(scene);
                        return null;
                    })
                    .get(60, TimeUnit.SECONDS);
        }
    }
}
