package org.readingroom.desktop.tools;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.AnnotationId;

/// What can be done to the tools and the selected mark, however it was asked for.
///
/// **Thread:** FX.
public final class MarkActions {
    private final MarksModel marks;
    private final Words words;
    private final Consumer<String> clipboard;
    private final EdgeSnap snap = new EdgeSnap();
    private final BooleanProperty values = new SimpleBooleanProperty(false);
    private Runnable sender = () -> {};
    private Runnable wording = () -> {};
    private BooleanSupplier gesture = () -> false;
    private List<Command> commands = List.of();

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

    /// `cancel` gives up what is being drawn, and says whether anything was.
    void onGesture(BooleanSupplier cancel) {
        gesture = cancel;
    }

    /// What F2 does: the words of the selected mark are typed where it is.
    void onWords(Runnable wanted) {
        wording = wanted;
    }

    void words() {
        wording.run();
    }

    /// The commands of the tools; they know their keys.
    void answer(List<Command> tools) {
        commands = List.copyOf(tools);
    }

    List<Command> commands() {
        return commands;
    }

    /// The key of one of them now; null without.
    @Nullable
    KeyCombination key(String id) {
        return commands.stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .map(Command::shortcut)
                .orElse(null);
    }

    /// Gives up what is being drawn, else takes back the last change.
    void undo() {
        if (!gesture.getAsBoolean()) {
            marks.undo();
        }
    }

    void redo() {
        if (!gesture.getAsBoolean()) {
            marks.redo();
        }
    }

    /// Takes a tool in hand, or puts it down when it is there already.
    public void take(ToolKind kind) {
        marks.toolProperty().set(marks.toolProperty().get() == kind ? null : kind);
    }

    /// Whether points are drawn to edges.
    EdgeSnap snap() {
        return snap;
    }

    public void toggleSnap() {
        snap.onProperty().set(!snap.onProperty().get());
        marks.tell();
    }

    /// Whether the values of the selected mark are shown beside it.
    BooleanProperty valuesProperty() {
        return values;
    }

    public void toggleValues() {
        values.set(!values.get());
        marks.tell();
    }

    public void send() {
        if (marks.current().isPresent()) {
            sender.run();
        }
    }

    public void delete() {
        AnnotationId selected = marks.selectedProperty().get();
        if (!gesture.getAsBoolean() && selected != null) {
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
