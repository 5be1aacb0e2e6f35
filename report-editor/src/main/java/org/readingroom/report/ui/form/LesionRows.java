package org.readingroom.report.ui.form;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.readingroom.report.template.GroupInstance;

/// What stands around the fields of one lesion in the form: its name with the key to take it out, and behind the last
/// one the key for another.
///
/// **Thread:** `fx`.
final class LesionRows {
    private final LesionModel lesions;
    private final FormWords words;
    private final Consumer<GroupInstance> added;
    private final Runnable removed;

    /// `added` is told of a lesion that came with the button, `removed` that one went with it.
    LesionRows(LesionModel lesions, FormWords words, Consumer<GroupInstance> added, Runnable removed) {
        this.lesions = lesions;
        this.words = words;
        this.added = added;
        this.removed = removed;
    }

    /// `isMain` is false where the group is shown once more, such as in the impression.
    Node heading(GroupInstance lesion, boolean isMain) {
        Label name = new Label(lesion.group().name() + " " + lesion.number());
        name.getStyleClass().add("form-lesion");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(name, gap);
        if (lesion.count() > 1 && isMain) {
            Button remove = new Button("✕");
            remove.setId("form-remove-" + lesion.group().id() + "-" + lesion.number());
            remove.setTooltip(new Tooltip(words.get("report.form.repeat-remove-tip")));
            remove.setAccessibleText(
                    words.get("report.form.repeat-remove", lesion.group().name(), lesion.number()));
            // Tab goes from field to field: nothing is taken out by the way
            remove.setFocusTraversable(false);
            remove.setOnAction(event -> {
                lesions.remove(Optional.of(lesion));
                removed.run();
            });
            row.getChildren().add(remove);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("form-line");
        return row;
    }

    Node another(GroupInstance last) {
        Button add = new Button(words.get("report.form.repeat-add", last.group().name()));
        add.setId("form-add-" + last.group().id());
        add.setTooltip(new Tooltip(words.get("report.form.repeat-add-tip")));
        add.setOnAction(event -> lesions.add(Optional.of(last)).ifPresent(added));
        return add;
    }
}
