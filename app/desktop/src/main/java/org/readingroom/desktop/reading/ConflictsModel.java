package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.merge.MergeConflict;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.report.model.Report;

/// Conflicts on their way to being decided. Nothing is chosen beforehand, and all or none are decided.
///
/// **Thread:** FX, or one test thread.
// [impl->req~report.conflicts~1]
public final class ConflictsModel {
    /// Which words stand.
    public enum Choice {
        MINE,
        THEIRS
    }

    private final MergeResult merge;
    private final List<@Nullable Choice> choices;
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Report> reads;

    public ConflictsModel(MergeResult merge) {
        this.merge = merge;
        this.choices = new ArrayList<>(Collections.nCopies(merge.conflicts().size(), null));
        open.set(merge.conflicts().size());
        this.reads = new ReadOnlyObjectWrapper<>(merge.merged());
    }

    public List<MergeConflict> conflicts() {
        return merge.conflicts();
    }

    public Optional<Choice> choice(int at) {
        return Optional.ofNullable(choices.get(at));
    }

    /// The order of sentences is settled by hand: of it only that here can be chosen.
    public boolean mayChoose(int at, Choice choice) {
        return choice == Choice.MINE || conflicts().get(at).kind() != MergeConflict.Kind.ORDER;
    }

    public void choose(int at, Choice choice) {
        if (mayChoose(at, choice)) {
            choices.set(at, choice);
            open.set((int) choices.stream().filter(Objects::isNull).count());
            reads.set(chosen().merged());
        }
    }

    /// How many are not decided yet.
    public ReadOnlyIntegerProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The report as it would read; what is open says what is here.
    public ReadOnlyObjectProperty<Report> readsProperty() {
        return reads.getReadOnlyProperty();
    }

    /// The report as it was decided; nothing while a conflict is open.
    public Optional<MergeResult> decided() {
        MergeResult now = chosen();
        return now.isClean() ? Optional.of(now) : Optional.empty();
    }

    private MergeResult chosen() {
        MergeResult now = merge;
        for (int at = 0; at < choices.size(); at++) {
            Choice choice = choices.get(at);
            if (choice != null) {
                MergeConflict conflict = merge.conflicts().get(at);
                now = choice == Choice.MINE ? now.decidedForMine(conflict) : now.decidedForTheirs(conflict);
            }
        }
        return now;
    }
}
