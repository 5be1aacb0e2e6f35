package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.reading.SentenceConflict.Choice;

/// Conflicts on their way to being decided. Nothing is chosen beforehand, and all or none are decided.
///
/// **Thread:** FX, or one test thread.
// [impl->req~report.conflicts~1]
public final class ConflictsModel {
    private final List<SentenceConflict> conflicts;
    private final List<@Nullable Choice> choices;
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();

    public ConflictsModel(List<SentenceConflict> conflicts) {
        this.conflicts = List.copyOf(conflicts);
        this.choices = new ArrayList<>(Collections.nCopies(conflicts.size(), null));
        open.set(conflicts.size());
    }

    public List<SentenceConflict> conflicts() {
        return conflicts;
    }

    public Optional<Choice> choice(int at) {
        return Optional.ofNullable(choices.get(at));
    }

    public void choose(int at, Choice choice) {
        choices.set(at, choice);
        open.set((int) choices.stream().filter(Objects::isNull).count());
    }

    /// How many are not decided yet.
    public ReadOnlyIntegerProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The choices in the order of the conflicts; nothing while one is open.
    public Optional<List<Choice>> decided() {
        List<Choice> all = choices.stream().filter(Objects::nonNull).toList();
        return all.size() == conflicts.size() ? Optional.of(all) : Optional.empty();
    }
}
