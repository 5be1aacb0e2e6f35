package org.readingroom.report.ui;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;

/// Keeps what an input method is composing in a text area out of the report until it is committed.
///
/// The toolkit writes composed letters into the control as if they were typed. They are cut out here; a commit, or the
/// end of composing, gives the words that stand then. What changes in the report meanwhile waits for that end.
///
/// **Thread:** `fx`.
// [impl->req~report.ui.input-method~1]
final class ComposedText {
    private final TextArea area;
    private final Composition composition;
    private final Consumer<String> typed;
    private final Runnable showAgain;
    private String before = "";
    private int at;
    private int start;
    private int length;
    private boolean isShownLater;

    /// `typed` is given the words of the whole area whenever a person wrote some; `showAgain` brings the area to a
    /// report that changed meanwhile. `around` holds the area.
    ComposedText(TextArea area, Node around, Consumer<String> typed, Runnable showAgain) {
        this.area = area;
        this.typed = typed;
        this.showAgain = showAgain;
        area.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::begin);
        this.composition = Composition.of(area);
        // behind the control's own handler, which comes last of the control's
        around.addEventHandler(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::changed);
        area.focusedProperty().subscribe(isFocused -> {
            if (!isFocused && length > 0) {
                end();
            }
        });
    }

    boolean isRunning() {
        return composition.isRunning();
    }

    /// The area's text has changed, by whomever.
    void textChanged(String text) {
        if (!composition.isRunning() && !isShownLater) {
            typed.accept(text);
        }
    }

    /// Whether the area may be brought to `text` now; if not it is done later.
    boolean mayShow(String text) {
        isShownLater |= composition.isRunning() && !text.equals(before);
        return !composition.isRunning();
    }

    private void begin(InputMethodEvent event) {
        if (length == 0) {
            start = area.getSelection().getStart();
            before = area.getText();
        }
        at = start;
        start += event.getCommitted().length();
        length = event.getComposed().stream()
                .mapToInt(run -> run.getText().length())
                .sum();
    }

    private void changed(InputMethodEvent event) {
        if (length == 0) {
            end();
        } else if (!event.getCommitted().isEmpty() && !isShownLater) {
            String text = area.getText();
            before = text.substring(0, start) + text.substring(start + length);
            typed.accept(before);
        }
    }

    private void end() {
        length = 0;
        if (!isShownLater) {
            typed.accept(area.getText());
        } else {
            isShownLater = false;
            // Words of the report changed under the composed ones: both are kept, the report's as they are now.
            String own = committed(before, area.getText());
            showAgain.run();
            if (!own.isEmpty()) {
                String now = area.getText();
                int moved = at > head(before, now) ? at + now.length() - before.length() : at;
                area.insertText(Math.clamp(moved, 0, now.length()), own);
            }
        }
    }

    /// What `after` has that `before` had not, when it was put in at one place.
    private static String committed(String before, String after) {
        int head = head(before, after);
        int shorter = Math.min(before.length(), after.length());
        int tail = 0;
        while (tail < shorter - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return after.substring(head, after.length() - tail);
    }

    /// How many letters both begin with.
    private static int head(String one, String two) {
        int head = 0;
        while (head < Math.min(one.length(), two.length()) && one.charAt(head) == two.charAt(head)) {
            head++;
        }
        return head;
    }
}
