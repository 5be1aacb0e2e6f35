package org.readingroom.desktop.tools;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;

/// Every tool with its icon, name and key. The button itself takes the tool that was used last.
///
/// **Thread:** FX.
// [impl->req~tools.tool-menu~1]
final class ToolMenu {
    private final MarkActions actions;
    private final Words words;
    private final Runnable afterwards;
    private ToolKind last = ToolKind.RECTANGLE;

    private static Ikon icon(ToolKind kind) {
        return switch (kind) {
            case LENGTH -> MaterialDesignR.RULER;
            case POLYLINE -> MaterialDesignV.VECTOR_POLYLINE;
            case ANGLE -> MaterialDesignA.ANGLE_ACUTE;
            case ELLIPSE -> MaterialDesignE.ELLIPSE_OUTLINE;
            case CIRCLE -> MaterialDesignV.VECTOR_CIRCLE;
            case RECTANGLE -> MaterialDesignV.VECTOR_RECTANGLE;
            case POLYGON -> MaterialDesignV.VECTOR_POLYGON;
            case FREEHAND -> MaterialDesignG.GESTURE;
            case PROBE -> MaterialDesignE.EYEDROPPER;
            case ARROW -> MaterialDesignA.ARROW_TOP_LEFT;
            case TEXT -> MaterialDesignF.FORMAT_TEXT;
            case CALIBRATION -> MaterialDesignT.TAPE_MEASURE;
            case COBB -> MaterialDesignA.ANGLE_OBTUSE;
            case BIDIRECTIONAL -> MaterialDesignA.ARROW_EXPAND_ALL;
            case CARDIOTHORACIC -> MaterialDesignH.HEART_OUTLINE;
            case CENTRE_LINE -> MaterialDesignV.VECTOR_LINE;
            case LEG_AXIS -> MaterialDesignH.HUMAN_MALE_HEIGHT;
            case SPINE_LABEL -> MaterialDesignF.FORMAT_LIST_NUMBERED;
        };
    }

    /// `afterwards` gives the keyboard back to the view.
    ToolMenu(MarkActions actions, Words words, Runnable afterwards) {
        this.actions = actions;
        this.words = words;
        this.afterwards = afterwards;
    }

    SplitMenuButton button() {
        SplitMenuButton button = new SplitMenuButton();
        button.setId("tool-menu");
        button.getStyleClass().add("desk-menu");
        button.setFocusTraversable(false);
        button.setGraphic(Icons.of(icon(last)));
        button.setOnAction(e -> {
            actions.take(last);
            afterwards.run();
        });
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(tip.textProperty());
        Runnable say = () -> tip.setText(words.get("desk.tools.menu", named(last)));
        actions.marks().toolProperty().addListener((o, before, now) -> {
            if (now != null) {
                last = now;
                button.setGraphic(Icons.of(icon(now)));
                say.run();
            }
        });
        words.messagesProperty().addListener(o -> say.run());
        actions.commands().forEach(command -> command.shortcutProperty().addListener(o -> say.run()));
        say.run();
        // keys may be others since the menu was last open
        button.setOnShowing(e -> button.getItems().setAll(items()));
        button.getItems().setAll(items());
        return button;
    }

    private String named(ToolKind kind) {
        KeyCombination key = actions.key(kind.nameKey());
        String name = words.get(kind.nameKey());
        return key == null ? name : words.get("desk.tip.key", name, key.getDisplayText());
    }

    private List<MenuItem> items() {
        java.util.ArrayList<MenuItem> items = new java.util.ArrayList<>();
        for (ToolKind kind : ToolKind.values()) {
            CheckMenuItem item = new CheckMenuItem();
            item.setId("tool-menu-" + kind.nameKey());
            item.setGraphic(Icons.of(icon(kind)));
            item.textProperty().bind(Bindings.createStringBinding(() -> named(kind), words.messagesProperty()));
            item.setSelected(actions.marks().toolProperty().get() == kind);
            item.setOnAction(e -> {
                actions.take(kind);
                afterwards.run();
            });
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(toggle("desk.tools.snap", actions.snap().onProperty().get(), actions::toggleSnap));
        items.add(toggle("desk.tools.values", actions.valuesProperty().get(), actions::toggleValues));
        return items;
    }

    private MenuItem toggle(String id, boolean isOn, Runnable action) {
        CheckMenuItem item = new CheckMenuItem();
        item.setId("tool-menu-" + id);
        @Nullable KeyCombination key = actions.key(id);
        item.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> key == null
                                ? words.get(id)
                                : words.get("desk.tip.key", words.get(id), key.getDisplayText()),
                        words.messagesProperty()));
        item.setSelected(isOn);
        item.setOnAction(e -> {
            action.run();
            afterwards.run();
        });
        return item;
    }
}
