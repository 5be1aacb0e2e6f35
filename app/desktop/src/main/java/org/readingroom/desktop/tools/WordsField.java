package org.readingroom.desktop.tools;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;

/// A line of text typed where it will stand, over a view. Enter and a click elsewhere keep it, Esc does not.
///
/// It is a text field of the window itself, so that every input method works in it.
///
/// **Thread:** FX.
// [impl->req~tools.words~1]
final class WordsField {
    private static final double WIDTH = 220;

    private final Words words;
    private @Nullable TextField field;
    private @Nullable Runnable closing;

    WordsField(Words words) {
        this.words = words;
    }

    /// Opens over `view` at a point of it; `done` is told what was typed, stripped, unless Esc was pressed.
    void open(Node view, ScreenPoint at, String before, String promptKey, Consumer<String> done) {
        close();
        if (!(view.getParent() instanceof Pane pane)) {
            return;
        }
        TextField made = new TextField(before);
        made.setId("mark-words");
        made.setPromptText(words.get(promptKey));
        made.setManaged(false);
        made.setPrefWidth(WIDTH);
        pane.getChildren().add(made);
        made.resize(WIDTH, made.prefHeight(WIDTH));
        double right = view.getLayoutX() + view.getLayoutBounds().getWidth() - WIDTH;
        double bottom = view.getLayoutY() + view.getLayoutBounds().getHeight() - made.getHeight();
        made.relocate(
                Math.clamp(view.getLayoutX() + at.x(), view.getLayoutX(), Math.max(view.getLayoutX(), right)),
                Math.clamp(view.getLayoutY() + at.y(), view.getLayoutY(), Math.max(view.getLayoutY(), bottom)));
        field = made;
        closing = () -> {
            field = null;
            closing = null;
            pane.getChildren().remove(made);
        };
        made.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                view.requestFocus();
                e.consume();
            }
        });
        made.setOnAction(e -> {
            keep(done);
            view.requestFocus();
        });
        made.focusedProperty().addListener((o, was, is) -> {
            if (was && !is) {
                keep(done);
            }
        });
        made.requestFocus();
        made.selectAll();
    }

    private void keep(Consumer<String> done) {
        TextField typed = field;
        if (typed != null) {
            String text = typed.getText().strip();
            close();
            done.accept(text);
        }
    }

    private void close() {
        if (closing != null) {
            closing.run();
        }
    }
}
