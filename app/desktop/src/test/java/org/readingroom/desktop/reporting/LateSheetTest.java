package org.readingroom.desktop.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reporting.LateSheet.Written;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.reading.LateWords.Late;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.testing.StepRunner;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Words that are the only copy, put away by keyboard.
// [utest->req~report.draft.late-kept~1]
@Tag("ui")
class LateSheetTest {
    private final List<String> gone = new ArrayList<>();
    private final StepRunner runner = new StepRunner();
    private SheetLayer sheets;
    private LateDesk desk;
    private Stage stage;
    private Puppet person;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            Theme.install();
            Words words = new Words(Locale.ENGLISH);
            sheets = new SheetLayer(words);
            desk = new LateDesk(sheets, words, runner, late -> gone.add(late.id()), fault -> {
                throw new AssertionError(fault);
            });
            stage = new Stage();
            stage.setScene(new Scene(new StackPane(sheets), 1000, 700));
            Theme.dress(stage.getScene());
            stage.show();
            person = new Puppet(stage.getScene());
        });
    }

    @AfterEach
    void close() throws Exception {
        if (stage != null) {
            onFx(() -> stage.hide());
        }
    }

    @Test
    void theKeyboardIsInTheTextAndNoPressGoesToTheNextWords() throws Exception {
        onFx(() -> {
            desk.take(List.of(written("one", true), written("two", true)));
            show();
            for (int again = 0; again < 5; again++) {
                person.press(KeyCode.ENTER);
                person.press(KeyCode.SPACE);
                runner.runAll();
            }
            assertEquals(List.of(), gone, "nobody chose the button");
            assertInstanceOf(TextArea.class, owner());
            person.press(KeyCode.TAB);
            assertInstanceOf(Button.class, owner(), "it is reached by keyboard");
            person.press(KeyCode.SPACE);
            runner.runAll();
            assertEquals(List.of(), gone, "asked first");
            assertEquals("Press again to delete", ((Button) owner()).getText());
            person.press(KeyCode.SPACE);
            runner.runAll();
            assertEquals(List.of("one"), gone);
            layout();
            for (int again = 0; again < 5; again++) {
                person.press(KeyCode.SPACE);
                runner.runAll();
            }
            assertEquals(List.of("one"), gone, "the next words are another matter");
            assertEquals(1, desk.lateProperty().get().size());
        });
    }

    @Test
    void whoGoesElsewhereHasTakenItBack() throws Exception {
        onFx(() -> {
            desk.take(List.of(written("one", true)));
            show();
            person.press(KeyCode.TAB);
            Node button = owner();
            person.press(KeyCode.SPACE);
            person.press(KeyCode.TAB);
            button.requestFocus();
            person.press(KeyCode.SPACE);
            runner.runAll();
            assertEquals(List.of(), gone);
        });
    }

    @Test
    void aLateAnswerClosesItsOwnSheetOnly() throws Exception {
        onFx(() -> {
            desk.take(List.of(written("one", true), written("two", true)));
            show();
            person.press(KeyCode.TAB);
            person.press(KeyCode.SPACE);
            person.press(KeyCode.SPACE);
            Label other = new Label("another sheet");
            sheets.show("desktop.help.title", other, 300, 200);
            assertEquals(1, runner.runAll());
            assertEquals(List.of("one"), gone);
            assertTrue(sheets.openProperty().get());
            assertEquals(stage.getScene(), other.getScene(), "it is still there");
            assertEquals(1, desk.lateProperty().get().size());
        });
    }

    @Test
    void wordsOfAnotherAreOnlyRead() throws Exception {
        onFx(() -> {
            desk.take(List.of(written("one", false)));
            show();
            assertTrue(person.sees(".late-words"));
            assertFalse(person.sees(".late-away"));
        });
    }

    private void show() {
        desk.show();
        layout();
    }

    private void layout() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    private Node owner() {
        return stage.getScene().getFocusOwner();
    }

    private static Written written(String id, boolean mayPutAway) {
        return new Written(new Late(id, "u1", Instant.parse("2026-03-02T08:00:00Z"), words()), "Dr Li", mayPutAway);
    }

    private static Report words() {
        StudyIdentity study = new StudyIdentity(
                new StudyUid("2.25.1"),
                new Patient(new PatientId("P1", ""), PersonName.parse("A^B"), LocalDate.of(1960, 1, 1), Sex.FEMALE),
                "A1",
                null,
                "CT",
                "CHEST",
                "",
                "");
        Report blank = Report.blank(study, ReportLanguage.CHINESE);
        return ReportEdits.setText(blank, SectionKind.IMPRESSION, "左肺结节。").apply(blank);
    }

    private static void onFx(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }
}
