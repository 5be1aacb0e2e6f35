package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;

/// The tools as commands for the palette, and as buttons for the desk's bar.
///
/// Keys act only while a view has the focus, so that letters can be typed elsewhere; the overlay handles them
/// there, and commands show them.
public final class ToolCommands {
    private final MarkActions actions;
    private final Words words;
    private final List<Command> all = new ArrayList<>();

    /// `inFocus` says whether a view has the keyboard.
    public ToolCommands(MarkActions actions, ObservableBooleanValue inFocus, Words words) {
        this.actions = actions;
        this.words = words;
        MarksModel marks = actions.marks();
        BooleanBinding isSelected = Bindings.createBooleanBinding(
                () -> inFocus.get() && marks.selectedProperty().get() != null, inFocus, marks.selectedProperty());
        for (ToolKind kind : ToolKind.values()) {
            all.add(new Command(kind.nameKey(), kind.nameKey(), kind.keys(), inFocus, () -> actions.take(kind)));
        }
        add("snap", EdgeSnap.KEYS, inFocus, actions::toggleSnap);
        add("values", KeyCombination.valueOf("Alt+I"), inFocus, actions::toggleValues);
        add("words", new KeyCodeCombination(KeyCode.F2), isSelected, actions::words);
        add("send", new KeyCodeCombination(KeyCode.G), inFocus, actions::send);
        add("delete", new KeyCodeCombination(KeyCode.DELETE), isSelected, actions::delete);
        add("copy", new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN), isSelected, actions::copy);
        add("undo", new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), inFocus, actions::undo);
        add("redo", new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN), inFocus, actions::redo);
        actions.answer(all);
    }

    private void add(String name, @Nullable KeyCombination keys, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk.tools." + name, "desk.tools." + name, keys, when, action));
    }

    public List<Command> all() {
        return List.copyOf(all);
    }

    /// One toggle for each of the most used tools, lit while it is in hand, and the menu of all; `afterwards` gives the
    /// keyboard back to the view.
    public List<Control> buttons(Runnable afterwards) {
        return List.of(
                button(ToolKind.LENGTH, MaterialDesignR.RULER, afterwards),
                button(ToolKind.ANGLE, MaterialDesignA.ANGLE_ACUTE, afterwards),
                button(ToolKind.ELLIPSE, MaterialDesignE.ELLIPSE_OUTLINE, afterwards),
                new ToolMenu(actions, words, afterwards).button());
    }

    private ToggleButton button(ToolKind kind, Ikon icon, Runnable afterwards) {
        ToggleButton button = new ToggleButton();
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().addAll("bare", "desk-tool");
        button.setFocusTraversable(false);
        button.setId("tool-" + kind.name().toLowerCase(Locale.ROOT));
        MarksModel marks = actions.marks();
        marks.toolProperty().addListener((o, before, after) -> button.setSelected(after == kind));
        button.setOnAction(e -> {
            marks.toolProperty().set(button.isSelected() ? kind : null);
            afterwards.run();
        });
        all.stream()
                .filter(command -> command.id().equals(kind.nameKey()))
                .forEach(command -> CommandTips.install(button, command, words));
        return button;
    }
}
