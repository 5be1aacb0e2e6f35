package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.Processing;

/// Fusion and image processing of the active view, as commands.
// [impl->req~desk.processing~1]
final class AdditionCommands {
    /// chosen: how much a key changes the opacity.
    private static final double OPACITY_STEP = 0.1;

    private final ReadingDeskModel desk;
    private final List<Command> all = new ArrayList<>();

    AdditionCommands(ReadingDeskModel desk, ObservableBooleanValue filled) {
        this.desk = desk;
        add("fuse", new KeyCodeCombination(KeyCode.B), filled, this::fuseNext);
        add(
                "fuse-more",
                shift(KeyCode.CLOSE_BRACKET),
                filled,
                () -> fused(f -> f.withOpacity(f.opacity() + OPACITY_STEP)));
        add(
                "fuse-less",
                shift(KeyCode.OPEN_BRACKET),
                filled,
                () -> fused(f -> f.withOpacity(f.opacity() - OPACITY_STEP)));
        add("fuse-palette", shift(KeyCode.D), filled, () -> fused(f -> f.withPalette(after(f.palette()))));
        steps().forEach((name, step) -> add("process-" + name, null, filled, () -> process(step)));
        add("process-none", shift(KeyCode.S), filled, () -> process(p -> Processing.NONE));
    }

    /// What the menu of image processing offers, in the order in which the steps act.
    ///
    /// chosen: the strengths; each step on its own is enough to be seen and too little to invent structure.
    static Map<String, UnaryOperator<Processing>> steps() {
        Map<String, UnaryOperator<Processing>> steps = new LinkedHashMap<>();
        steps.put("median", p -> p.withMedian(!p.median()));
        steps.put("smooth", p -> p.withSmooth(p.smooth() > 0 ? 0 : 1));
        steps.put("sharpen", p -> p.withSharpen(p.sharpen() > 0 ? 0 : 1));
        steps.put("edges", p -> p.withEdges(!p.edges()));
        steps.put("clahe", p -> p.withClahe(p.claheLimit() > 0 ? 0 : 3));
        steps.put("gamma", p -> p.withGamma(p.gamma() == 1 ? 1.5 : 1));
        return steps;
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    private static KeyCombination shift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
    }

    private void add(String id, @Nullable KeyCombination key, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk." + id, "desk.command." + id, key, when, action));
    }

    private ViewAdditions additions() {
        return desk.activeProperty().get().additions();
    }

    /// The next set that can be laid over this one, nothing after the last.
    private void fuseNext() {
        List<OpenSet> partners = FusionPartners.of(desk);
        FusedSet now = additions().fusedProperty().get();
        int next = now == null ? 0 : partners.indexOf(now.set()) + 1;
        additions().fusedProperty().set(next < partners.size() ? over(partners.get(next)) : null);
    }

    private FusedSet over(OpenSet partner) {
        OpenSet base = desk.activeProperty().get().setProperty().get();
        return base == null ? FusedSet.over(partner) : desk.alignments().over(base, partner);
    }

    private void fused(UnaryOperator<FusedSet> change) {
        FusedSet now = additions().fusedProperty().get();
        if (now != null) {
            additions().fusedProperty().set(change.apply(now));
        }
    }

    private static Palette after(Palette palette) {
        List<Palette> palettes = Palettes.all();
        return palettes.get((palettes.indexOf(palette) + 1) % palettes.size());
    }

    private void process(UnaryOperator<Processing> step) {
        var property = additions().processingProperty();
        property.set(step.apply(property.get()));
    }
}
