package org.readingroom.desktop.fx;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the status line says: standing facts at the left, the latest message and running work at the right.
///
/// **Thread:** FX.
public final class StatusViewModel {
    /// How a message is meant; each has its own mark beside its colour.
    public enum Tone {
        PLAIN,
        DONE,
        ATTENTION,
        CRITICAL
    }

    private final StringProperty message = new SimpleStringProperty("");
    private final ObjectProperty<Tone> tone = new SimpleObjectProperty<>(Tone.PLAIN);
    private final StringProperty renderer = new SimpleStringProperty("");
    private final StringProperty greys = new SimpleStringProperty("");
    private final StringProperty greysTip = new SimpleStringProperty("");
    private final StringProperty outbox = new SimpleStringProperty("");
    private final StringProperty incoming = new SimpleStringProperty("");
    private final ObservableList<LinkSign> links = FXCollections.observableArrayList();
    private final StringProperty linksTip = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Runnable> onLinks = new SimpleObjectProperty<>();
    private final StringProperty work = new SimpleStringProperty("");
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final ObjectProperty<@Nullable Runnable> cancel = new SimpleObjectProperty<>();

    public void say(Tone meant, String words) {
        tone.set(meant);
        message.set(words);
    }

    /// Shows running work; `fraction` is -1 while its length is unknown.
    public void working(String words, double fraction, @Nullable Runnable whenCancelled) {
        work.set(words);
        progress.set(fraction);
        cancel.set(whenCancelled);
    }

    public void rested() {
        working("", -1, null);
    }

    public StringProperty messageProperty() {
        return message;
    }

    public ObjectProperty<Tone> toneProperty() {
        return tone;
    }

    public StringProperty rendererProperty() {
        return renderer;
    }

    /// By which curve the monitor shows greys; empty without one.
    public StringProperty greysProperty() {
        return greys;
    }

    /// The monitor and its curve in full.
    public StringProperty greysTipProperty() {
        return greysTip;
    }

    public StringProperty outboxProperty() {
        return outbox;
    }

    /// How many changes from the hospital wait; empty without one.
    public StringProperty incomingProperty() {
        return incoming;
    }

    /// The links to the hospital that are set.
    public ObservableList<LinkSign> links() {
        return links;
    }

    /// Since when they stand so, and why.
    public StringProperty linksTipProperty() {
        return linksTip;
    }

    /// What a click on them does.
    public ObjectProperty<@Nullable Runnable> onLinksProperty() {
        return onLinks;
    }

    public StringProperty workProperty() {
        return work;
    }

    public DoubleProperty progressProperty() {
        return progress;
    }

    public ObjectProperty<@Nullable Runnable> cancelProperty() {
        return cancel;
    }
}
