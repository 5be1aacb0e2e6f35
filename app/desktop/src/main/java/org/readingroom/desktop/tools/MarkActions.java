package org.readingroom.desktop.tools;

import java.util.function.Consumer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.AnnotationId;

/// What can be done to the tools and the selected mark, however it was asked for.
///
/// **Thread:** FX.
public final class MarkActions {
    private final MarksModel marks;
    private final Words words;
    private final Consumer<String> clipboard;
    private Runnable sender = () -> {};

    /// `clipboard` takes what is copied.
    public MarkActions(MarksModel marks, Words words, Consumer<String> clipboard) {
        this.marks = marks;
        this.words = words;
        this.clipboard = clipboard;
    }

    /// What G does: the report editor takes the current mark from its measurement source.
    public void onSend(Runnable wanted) {
        sender = wanted;
    }

    /// Takes a tool in hand, or puts it down when it is there already.
    public void take(ToolKind kind) {
        marks.toolProperty().set(marks.toolProperty().get() == kind ? null : kind);
    }

    public void send() {
        if (marks.current().isPresent()) {
            sender.run();
        }
    }

    public void delete() {
        AnnotationId selected = marks.selectedProperty().get();
        if (selected != null) {
            marks.delete(selected);
        }
    }

    public void copy() {
        marks.current()
                .ifPresent(annotation -> clipboard.accept(
                        new MarkText(words.messagesProperty().get()).line(annotation, marks.measured(annotation))));
    }

    MarksModel marks() {
        return marks;
    }
}
