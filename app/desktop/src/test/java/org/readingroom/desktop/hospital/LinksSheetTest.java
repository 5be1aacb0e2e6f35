package org.readingroom.desktop.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkMonitor;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.link.LinkStatus;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.StepRunner;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The sheet goes on telling after the window was locked and unlocked, which takes it out and brings it back.
@Tag("ui")
// [utest->req~hospital.link-state~1]
// [utest->req~hospital.drill-sheet~1]
class LinksSheetTest {
    private final StepRunner runner = new StepRunner();
    private final LinksModel links = new LinksModel(new LinkMonitor(Map.of(), runner, InstantSource.system()), runner);
    private final Set<LinkKind> cut = EnumSet.noneOf(LinkKind.class);
    private final DrillModel drill = new DrillModel(
            new DrillActs() {
                @Override
                public boolean isRunning() {
                    return !cut.isEmpty();
                }

                @Override
                public void begin(Set<LinkKind> kinds) {
                    cut.addAll(kinds);
                }

                @Override
                public Filed end(Locale language, Progress progress) {
                    throw new UnsupportedOperationException("not ended here");
                }
            },
            runner);

    @BeforeEach
    void needsADisplay() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void itTellsWhatHappensWhileItIsAwayAndAfterItIsBack() throws Exception {
        onFx(() -> {
            Words words = new Words(Locale.ENGLISH);
            links.statuses().setAll(archive(LinkState.UP));
            LinksSheet sheet = new LinksSheet(links, drill, words);
            StackPane root = new StackPane(sheet);
            Scene scene = new Scene(root);
            assertEquals(words.get(LinkState.UP.messageKey()), state(scene));

            root.getChildren().clear();
            links.statuses().setAll(archive(LinkState.DOWN));
            drill.begin(Set.of(LinkKind.PACS));
            runner.runAll();
            root.getChildren().add(sheet);
            assertEquals(words.get(LinkState.DOWN.messageKey()), state(scene));
            assertNotNull(scene.lookup("#drill-end"), "a drill that began while it was away");

            links.statuses().setAll(archive(LinkState.CUT));
            assertEquals(words.get(LinkState.CUT.messageKey()), state(scene));
            drill.faultProperty().set(new IllegalStateException("planted"));
            assertNotNull(scene.lookup(".critical"), "a fault after it was back");
            words.speak(Locale.SIMPLIFIED_CHINESE);
            assertEquals(words.get(LinkState.CUT.messageKey()), state(scene), "in the language of the moment");
        });
    }

    @Test
    void aSheetThatIsClosedFollowsNothing() throws Exception {
        onFx(() -> {
            Words words = new Words(Locale.ENGLISH);
            links.statuses().setAll(archive(LinkState.UP));
            LinksSheet sheet = new LinksSheet(links, drill, words);
            StackPane root = new StackPane(sheet);
            Scene scene = new Scene(root);
            root.getChildren().clear();
            drill.faultProperty().set(new IllegalStateException("planted"));
            assertNull(sheet.lookup(".critical"));
            assertNull(scene.lookup("#links"));
        });
    }

    private static LinkStatus archive(LinkState state) {
        return new LinkStatus(LinkKind.PACS, state, Instant.EPOCH, "");
    }

    private static String state(Scene scene) {
        return ((Labeled) scene.lookup("#link-pacs")).getText();
    }

    private static void onFx(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }
}
