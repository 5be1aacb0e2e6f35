package org.readingroom.desktop.fx;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
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

    private record Work(
            String words, double fraction, @Nullable Runnable cancel) {}

    private static final Work NONE = new Work("", -1, null);

    /// In the order in which they began.
    private final SequencedMap<Object, Work> works = new LinkedHashMap<>();
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

    /// Shows the running work of `owner`; `fraction` is -1 while its length is unknown.
    ///
    /// Work that began later stands over what began before, which comes back when the later rests: what is
    /// cancelled is always what is shown.
    public void working(Object owner, String words, double fraction, @Nullable Runnable whenCancelled) {
        works.put(owner, new Work(words, fraction, whenCancelled));
        showLatest();
    }

    /// The work of `owner` has ended; that of others goes on.
    public void rested(Object owner) {
        works.remove(owner);
        showLatest();
    }

    private void showLatest() {
        Work latest = works.isEmpty() ? NONE : works.lastEntry().getValue();
        work.set(latest.words);
        progress.set(latest.fraction);
        cancel.set(latest.cancel);
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
