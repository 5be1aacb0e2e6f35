package org.readingroom.desktop.tools;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.Annotation.Calibration.Scope;

/// Asks how long a line truly is and what that holds for, beside the line. Enter takes it, Esc does not.
///
/// Where the file states a true spacing it says so, and nothing is taken before that is confirmed.
///
/// **Thread:** FX.
// [impl->req~annotation.calibration~1]
final class CalibrationForm extends VBox {
    /// What a person said.
    record Answer(double lengthMm, Scope scope) {}

    private static final double WIDTH = 300;

    private final TextField length = new TextField();
    private final RadioButton frame = new RadioButton();
    private final RadioButton series = new RadioButton();
    private final CheckBox confirmed = new CheckBox();
    private final Button ok = new Button();
    private final Node view;
    private @Nullable Pane pane;

    /// `isTrue` when the frame has a spacing of its own; `done` is told the answer, once.
    CalibrationForm(Words words, Node view, @Nullable Answer before, boolean isTrue, Consumer<Answer> done) {
        this.view = view;
        setId("calibration-form");
        getStyleClass().add("mark-form");
        setManaged(false);
        Label title = new Label(words.get("desk.calibration.title"));
        length.setId("calibration-length");
        length.setPromptText(words.get("desk.calibration.prompt"));
        frame.setText(words.get("desk.calibration.frame"));
        frame.setId("calibration-frame");
        series.setText(words.get("desk.calibration.series"));
        series.setId("calibration-series");
        ToggleGroup scopes = new ToggleGroup();
        scopes.getToggles().addAll(frame, series);
        scopes.selectToggle(before != null && before.scope() == Scope.SERIES ? series : frame);
        if (before != null) {
            length.setText(MarkText.number(before.lengthMm()) + " mm");
        }
        ok.setText(words.get("desk.calibration.ok"));
        ok.setId("calibration-ok");
        ok.setDefaultButton(false);
        getChildren().addAll(title, length, frame, series);
        if (isTrue) {
            Label warning = new Label(words.get("desk.calibration.true"));
            warning.setWrapText(true);
            warning.getStyleClass().add("warning");
            confirmed.setText(words.get("desk.calibration.confirm"));
            confirmed.setId("calibration-confirm");
            getChildren().addAll(warning, confirmed);
        }
        confirmed.setSelected(!isTrue);
        HBox buttons = new HBox(ok);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(buttons);
        ok.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !confirmed.isSelected()
                                || KnownLength.mm(length.getText()).isEmpty(),
                        confirmed.selectedProperty(),
                        length.textProperty()));
        ok.setOnAction(e -> take(done));
        addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(e, done));
    }

    private void pressed(KeyEvent event, Consumer<Answer> done) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER) {
            take(done);
        } else {
            return;
        }
        event.consume();
    }

    private void take(Consumer<Answer> done) {
        OptionalDouble mm = KnownLength.mm(length.getText());
        if (pane == null || ok.isDisabled() || mm.isEmpty()) {
            return;
        }
        close();
        done.accept(new Answer(mm.getAsDouble(), series.isSelected() ? Scope.SERIES : Scope.FRAME));
    }

    /// Opens beside a point of the view.
    void open(ScreenPoint at) {
        if (!(view.getParent() instanceof Pane parent)) {
            return;
        }
        parent.getChildren().removeIf(CalibrationForm.class::isInstance);
        pane = parent;
        parent.getChildren().add(this);
        applyCss();
        resize(WIDTH, prefHeight(WIDTH));
        double right = view.getLayoutX() + view.getLayoutBounds().getWidth() - WIDTH;
        double bottom = view.getLayoutY() + view.getLayoutBounds().getHeight() - getHeight();
        relocate(
                Math.clamp(view.getLayoutX() + at.x() + 12, view.getLayoutX(), Math.max(view.getLayoutX(), right)),
                Math.clamp(view.getLayoutY() + at.y() + 12, view.getLayoutY(), Math.max(view.getLayoutY(), bottom)));
        length.requestFocus();
        length.selectAll();
    }

    private void close() {
        if (pane != null) {
            pane.getChildren().remove(this);
            pane = null;
            view.requestFocus();
        }
    }
}
