package org.readingroom.report.ui.form;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.GroupInstance;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.ReportEditorView;
import org.readingroom.report.ui.ReportEditorViewModel;

/// All that the form adds to the editor of one report, as the keys in the report and the commands of the
/// window ask it.
///
/// **Thread:** `fx`.
public final class ReportForm {
    private final ReportEditorView view;
    private final FormModel model;
    private final InlineFields inline;
    private final FormPane pane;
    private final FormWords words;

    /// `library` gives the templates there are now.
    public ReportForm(
            ReportEditorView view,
            ReportEditorViewModel editor,
            Supplier<TemplateLibrary> library,
            ObservableValue<Messages> messages) {
        this.view = view;
        this.model = new FormModel(editor, library);
        this.words = new FormWords(messages);
        this.inline = new InlineFields(view, model, messages);
        this.pane = new FormPane(model, words);
        view.addToHeader(chooser());
        view.addAbove(pane);
        for (SectionKind kind : SectionKind.values()) {
            view.area(kind).focusedProperty().addListener((observable, was, isFocused) -> {
                if (isFocused) {
                    pane.forget();
                }
            });
        }
        view.addKey(new KeyCodeCombination(KeyCode.V, KeyCombination.ALT_DOWN), () -> {
            toggle();
            return true;
        });
        view.addKey(new KeyCodeCombination(KeyCode.A, KeyCombination.ALT_DOWN), () -> {
            another();
            return true;
        });
        view.addKey(new KeyCodeCombination(KeyCode.X, KeyCombination.ALT_DOWN), () -> {
            takeOut();
            return true;
        });
        view.addKey(new KeyCodeCombination(KeyCode.M, KeyCombination.ALT_DOWN), () -> {
            choose();
            return true;
        });
    }

    public FormModel model() {
        return model;
    }

    /// Puts the measurement of the desk into the field for numbers that is open, that had the keyboard
    /// last in the form, or that is selected in the text; false when there is none, or the report is not
    /// being written.
    public boolean measure() {
        return model.editor().modeProperty().get() == EditorMode.EDITING && (inline.measure() || pane.measure());
    }

    /// The field at the caret, else the next gap.
    public void fill() {
        if (isWritable()) {
            inline.fill();
        }
    }

    /// Writes the sentence at the caret anew as the form says it.
    public void again() {
        if (isWritable()) {
            inline.again();
        }
    }

    /// Describes another lesion of the kind at the caret, and goes on to its first field.
    public void another() {
        if (isWritable() && !isOpen()) {
            boolean isInPane = pane.isUsed();
            model.lesions().add(here()).ifPresent(lesion -> {
                if (isInPane) {
                    pane.focus(lesion);
                } else {
                    inline.fillFirstOf(lesion);
                }
            });
        }
    }

    /// Takes the lesion at the caret out of the report.
    public void takeOut() {
        if (isWritable() && !isOpen()) {
            model.lesions().remove(here());
            pane.refocus();
        }
    }

    private Optional<GroupInstance> here() {
        SectionKind kind = view.written();
        return pane.isUsed()
                ? pane.lesion()
                : model.lesions().at(kind, view.area(kind).getCaretPosition());
    }

    /// What is typed into an open field is taken or left first.
    private boolean isOpen() {
        if (inline.isOpen()) {
            model.editor().say("report.form.repeat-open");
        }
        return inline.isOpen();
    }

    /// Shows the form beside the text, or hides it.
    public void toggle() {
        pane.toggle();
        if (!pane.isVisible()) {
            view.area(view.written()).requestFocus();
        }
    }

    /// Opens the choice of a template.
    public void choose() {
        if (isWritable()) {
            new TemplateChooser(view, model, words, () -> {
                        if (!inline.fillFirst()) {
                            view.focusText();
                        }
                    })
                    .show();
        }
    }

    /// For the mouse: there only while a template can be filled in.
    private Button chooser() {
        Button button = new Button();
        button.setId("report-templates");
        button.setFocusTraversable(false);
        button.textProperty().bind(words.text("report.ui.template"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("report.ui.template-tip"));
        button.setTooltip(tip);
        button.setOnAction(event -> choose());
        button.visibleProperty().bind(model.editor().modeProperty().isEqualTo(EditorMode.EDITING));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private boolean isWritable() {
        boolean isEditing = model.editor().modeProperty().get() == EditorMode.EDITING;
        if (!isEditing) {
            model.editor().say("report.ui.locked");
        }
        return isEditing;
    }
}
