package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.tools.MarkActions;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.desktop.tools.ToolCommands;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.render.RenderException;

/// Every key means one thing, and every button of the bar says its key.
@Tag("ui")
class DeskKeysTest {
    /// The keys of the desk that people are promised.
    private static final Set<String> PROMISED = Set.of(
            "F", "I", "R", "H", "V", "O", "T", "D", "L", "A", "E", "G", "1", "9", "0", "↵", "Delete", "Ctrl+Z",
            "Ctrl+Y");

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null,
                "skipped: there is no display");
    }

    // [utest->req~desk.keys~1]
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void keysAreUniqueAndButtonsSayThem(String language) throws Exception {
        try (DeskStage stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.forLanguageTag(language),
                900,
                700)) {
            Map<String, String> keys = keys(stage);
            TreeSet<String> missing = new TreeSet<>(PROMISED);
            missing.removeAll(keys.keySet());
            assertEquals(Set.of(), missing);
            assertEquals(List.of(), silent(stage), "buttons without a key in their tooltip");
        }
    }

    private static Map<String, String> keys(DeskStage stage) {
        return DeskStage.onFx(() -> {
            MarksModel marks = new MarksModel(stage.desk, stage.lanes, new Nowhere());
            ToolCommands tools = new ToolCommands(
                    new MarkActions(marks, stage.words, text -> {}), stage.view.focusWithinProperty(), stage.words);
            stage.view.toolButtons().getChildren().addAll(tools.buttons(() -> {}));
            List<Command> all = new ArrayList<>(stage.view.commands());
            all.addAll(tools.all());
            Map<String, String> keys = new HashMap<>();
            for (Command command : all) {
                if (command.shortcut() != null) {
                    String key = command.shortcut().getDisplayText();
                    assertNull(keys.put(key, command.id()), () -> key + " is also the key of " + command.id());
                }
            }
            return keys;
        });
    }

    private static List<String> silent(DeskStage stage) {
        return DeskStage.onFx(() -> {
            Set<ButtonBase> buttons = stage.view.lookupAll(".desk-tool").stream()
                    .map(ButtonBase.class::cast)
                    .collect(Collectors.toSet());
            assertTrue(buttons.size() >= 9, buttons.size() + " buttons");
            stage.view.lookupAll(".desk-menu").forEach(menu -> buttons.add((ButtonBase) menu));
            return buttons.stream()
                    .map(button -> button.getTooltip() == null
                            ? "nothing at all"
                            : button.getTooltip().getText())
                    .filter(tip -> !tip.matches("(?s).+[(（].+[)）]"))
                    .toList();
        });
    }

    private static final class Nowhere implements AnnotationStore {
        @Override
        public AnnotationDocument load(StudyUid study) {
            return AnnotationDocument.empty(study);
        }

        @Override
        public void save(StudyUid study, AnnotationDocument document) {}
    }
}
