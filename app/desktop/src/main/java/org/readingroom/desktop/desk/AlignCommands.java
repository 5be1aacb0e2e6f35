package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;

/// Aligning the series laid over the active view, as commands; without one laid over, the first that could be.
// [impl->req~desk.alignment~1]
final class AlignCommands {
    private final ReadingDeskModel desk;
    private final List<Command> all = new ArrayList<>();

    AlignCommands(ReadingDeskModel desk, ObservableBooleanValue filled) {
        this.desk = desk;
        add(
                "align-points",
                new KeyCodeCombination(KeyCode.R, KeyCombination.SHIFT_DOWN),
                filled,
                () -> withPair(desk.pointAligning()::toggle));
        add("align-values", null, filled, () -> withPair(this::byValues));
        add("align-back", null, filled, () -> withPair(desk.alignments()::takeBack));
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    private void byValues(OpenSet base, OpenSet overlay) {
        ViewAdditions additions = desk.activeProperty().get().additions();
        if (additions.fusedProperty().get() == null) {
            additions.fusedProperty().set(desk.alignments().over(base, overlay));
        }
        desk.valueAligning().toggle(base, overlay);
    }

    private void withPair(BiConsumer<OpenSet, OpenSet> action) {
        PointAligning.@Nullable Pairs open =
                desk.pointAligning().pairsProperty().get();
        if (open != null) {
            action.accept(open.base(), open.overlay());
            return;
        }
        ViewportModel view = desk.activeProperty().get();
        OpenSet base = view.setProperty().get();
        FusedSet over = view.additions().fusedProperty().get();
        List<OpenSet> partners = FusionPartners.of(desk);
        OpenSet overlay = over != null ? over.set() : partners.isEmpty() ? null : partners.getFirst();
        if (base != null && overlay != null && ViewAdditions.canBeLaidOver(base.displaySet())) {
            action.accept(base, overlay);
        } else {
            desk.valueAligning().refuse(view);
        }
    }

    private void add(String id, @Nullable KeyCombination key, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk." + id, "desk.command." + id, key, when, action));
    }
}
