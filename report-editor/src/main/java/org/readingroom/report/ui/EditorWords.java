package org.readingroom.report.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.model.WorkstationException;

/// The words of the editor, following the language of the window.
final class EditorWords {
    private final ObservableValue<Messages> messages;

    EditorWords(ObservableValue<Messages> messages) {
        this.messages = messages;
    }

    ObservableValue<Messages> messages() {
        return messages;
    }

    String get(String key, Object... arguments) {
        return messages.getValue().get(key, arguments);
    }

    String get(String key, List<Object> arguments) {
        return get(key, arguments.toArray());
    }

    StringBinding text(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> get(key, arguments), messages);
    }

    String about(Exception fault) {
        return fault instanceof WorkstationException known
                ? get(known.messageKey(), known.messageArguments())
                : get("report.ui.unexpected", fault.getClass().getSimpleName());
    }
}
