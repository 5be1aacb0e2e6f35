package org.readingroom.report.ui.form;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.FieldInput.Answer;
import org.readingroom.report.template.FormPlaces.Place;
import org.readingroom.report.template.GroupInstance;
import org.readingroom.report.ui.ReportEditorView;

/// Fills in fields where they stand in the text: one opens at the caret, the next when it is done.
///
/// Tab on a gap opens it, Alt+F the field at the caret or the next gap from anywhere, Alt+G writes a
/// sentence anew.
///
/// **Thread:** `fx`.
// [impl->req~report.template.inline~1]
public final class InlineFields {
    private static final double WIDTH = 300;
    private static final double GAP = 4;

    private final ReportEditorView view;
    private final FormModel model;
    private final FormWords words;
    private @Nullable FieldBox open;

    public InlineFields(ReportEditorView view, FormModel model, ObservableValue<Messages> messages) {
        this.view = view;
        this.model = model;
        this.words = new FormWords(messages);
        view.addKey(new KeyCodeCombination(KeyCode.TAB), this::openSelected);
        view.addKey(new KeyCodeCombination(KeyCode.F, KeyCombination.ALT_DOWN), () -> fill());
        view.addKey(new KeyCodeCombination(KeyCode.G, KeyCombination.ALT_DOWN), () -> {
            again();
            return true;
        });
    }

    /// Opens the field at the caret, else the next gap; false, with a notice, when there is none.
    public boolean fill() {
        SectionKind kind = view.written();
        TextArea area = view.area(kind);
        Optional<Place> place = model.at(kind, area.getCaretPosition())
                .or(() -> model.gap(kind, area.getSelection().getStart(), false));
        place.ifPresentOrElse(this::open, () -> model.editor().say("report.form.no-gap"));
        return true;
    }

    /// Takes the measurement of the desk into the open field for numbers, else into the one that is
    /// selected in the text; false when there is neither.
    boolean measure() {
        FieldBox box = open;
        if (box != null && box.getScene() != null) {
            return box.measure();
        }
        SectionKind kind = view.written();
        TextArea area = view.area(kind);
        Optional<Place> selected = model.places().stream()
                .filter(one -> one.section() == kind
                        && one.from() < one.to()
                        && one.from() == area.getSelection().getStart()
                        && one.to() == area.getSelection().getEnd())
                .filter(one -> model.measuring().isFor(one.field()))
                .findFirst();
        selected.ifPresent(place -> {
            if (model.measuring().take(place.field()) instanceof Answer.Refused refused) {
                model.editor().say(refused.arguments().isEmpty() ? refused.key() : "report.form.measured-out");
            }
            model.places().stream()
                    .filter(one -> one.section() == kind && one.field().equals(place.field()))
                    .findFirst()
                    .ifPresent(one -> area.selectRange(one.from(), one.to()));
        });
        return selected.isPresent();
    }

    /// Opens the first gap of the report; false when there is none.
    public boolean fillFirst() {
        Optional<Place> first = model.gap(SectionKind.TECHNIQUE, 0, false);
        first.ifPresent(this::open);
        return first.isPresent();
    }

    /// Opens the first field of `lesion` that is to be filled in.
    void fillFirstOf(GroupInstance lesion) {
        model.lesions().gap(lesion).ifPresent(this::open);
    }

    /// Whether a field is open.
    boolean isOpen() {
        FieldBox box = open;
        return box != null && box.getScene() != null;
    }

    /// Writes the sentence at the caret anew as the form says it.
    public void again() {
        SectionKind kind = view.written();
        model.again(kind, view.area(kind).getCaretPosition());
    }

    /// Tab means the field only while it is selected, as one left with Escape is; else it leads back to
    /// the images.
    private boolean openSelected() {
        SectionKind kind = view.written();
        TextArea area = view.area(kind);
        Optional<Place> place = model.places().stream()
                .filter(one -> one.section() == kind
                        && one.isGap()
                        && one.from() == area.getSelection().getStart()
                        && one.to() == area.getSelection().getEnd())
                .findFirst();
        place.ifPresent(this::open);
        return place.isPresent();
    }

    private void open(Place place) {
        model.field(place.field()).ifPresent(field -> {
            TextArea area = view.area(place.section());
            area.requestFocus();
            area.selectRange(place.from(), place.to());
            FieldBox box = new FieldBox(model, field, words, (isTaken, isBack) -> closed(place, isTaken, isBack));
            Pane layer = new Pane(box);
            layer.getStyleClass().add("form-layer");
            layer.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getTarget().equals(layer)) {
                    closed(place, false, false);
                }
            });
            open = box;
            view.showOver(layer);
            view.applyCss();
            view.layout();
            put(box, area, place.to());
            box.focus();
        });
    }

    private void closed(Place place, boolean isTaken, boolean isBack) {
        open = null;
        view.hideOver();
        TextArea area = view.area(place.section());
        area.requestFocus();
        if (!isTaken) {
            area.selectRange(place.from(), place.to());
            return;
        }
        Optional<Place> done = model.places().stream()
                .filter(one -> one.section() == place.section() && one.field().equals(place.field()))
                .findFirst();
        int caret = done.map(isBack ? Place::from : Place::to).orElse(Math.min(place.to(), area.getLength()));
        Optional<Place> next = model.gap(place.section(), caret, isBack)
                .filter(gap -> !gap.field().equals(place.field()));
        next.ifPresentOrElse(this::open, () -> area.positionCaret(Math.min(caret, area.getLength())));
    }

    /// Under the letter at `at`, above it where there is no room below.
    private void put(FieldBox box, TextArea area, int at) {
        box.setPrefWidth(WIDTH);
        box.autosize();
        Bounds inside = view.getLayoutBounds();
        double x = GAP;
        double y = GAP;
        double above = GAP;
        if (area.getSkin() instanceof TextAreaSkin skin && area.getLength() > 0) {
            Rectangle2D letter = skin.getCharacterBounds(Math.min(at, area.getLength() - 1));
            Point2D low = view.sceneToLocal(area.localToScene(letter.getMinX(), letter.getMaxY()));
            Point2D high = view.sceneToLocal(area.localToScene(letter.getMinX(), letter.getMinY()));
            x = low.getX();
            y = low.getY() + GAP;
            above = high.getY() - GAP - box.getHeight();
        }
        boolean isBelow = y + box.getHeight() <= inside.getHeight();
        box.relocate(
                Math.clamp(x, GAP, Math.max(GAP, inside.getWidth() - WIDTH - GAP)), Math.max(GAP, isBelow ? y : above));
    }
}
