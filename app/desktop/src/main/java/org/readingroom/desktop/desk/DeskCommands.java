package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.WindowPresets;

/// Everything the desk can be told to do, with its keys.
///
/// Letters without a modifier act only while a view has the focus, so that they can be typed
/// elsewhere.
// [impl->req~desk.keys~1]
final class DeskCommands {
    /// chosen: the slab thicknesses the T key goes through, in mm.
    static final double[] SLABS_MM = {0, 5, 10, 20, 40};

    private final ReadingDeskModel desk;
    private final List<Command> all = new ArrayList<>();

    /// `inFocus` says whether a view has the keyboard.
    DeskCommands(ReadingDeskModel desk, ObservableBooleanValue inFocus) {
        this.desk = desk;
        BooleanBinding filled = Bindings.createBooleanBinding(
                () -> inFocus.get() && desk.activeSet().isPresent(), inFocus, desk.activeProperty(), desk.sets());
        add("fit", KeyCode.F, filled, () -> look(ViewPresentation.FIT));
        add("invert", KeyCode.I, filled, () -> view().data(d -> d.withInverted(!d.inverted())));
        add("rotate", KeyCode.R, filled, () -> look(look().turned(90)));
        add("flip-horizontal", KeyCode.H, filled, () -> look(look().mirroredHorizontally()));
        add("flip-vertical", KeyCode.V, filled, () -> look(look().mirroredVertically()));
        add("reset", KeyCode.BACK_SPACE, filled, this::reset);
        add("next-slice", KeyCode.DOWN, filled, () -> view().scroll(1));
        add("previous-slice", KeyCode.UP, filled, () -> view().scroll(-1));
        add("page-down", KeyCode.PAGE_DOWN, filled, () -> view().scroll(10));
        add("page-up", KeyCode.PAGE_UP, filled, () -> view().scroll(-10));
        add("first-slice", KeyCode.HOME, filled, () -> view().goTo(0));
        add("last-slice", KeyCode.END, filled, () -> view().goTo(view().count() - 1));
        add("next-plane", KeyCode.O, filled, () -> view().cutNext(1));
        add("three-planes", new KeyCodeCombination(KeyCode.O, KeyCombination.SHIFT_DOWN), filled, desk::threePlanes);
        add("slab", KeyCode.T, filled, this::nextSlab);
        add("palette", KeyCode.D, filled, this::nextPalette);
        add("smooth", KeyCode.N, filled, this::toggleSmooth);
        add("maximise", KeyCode.ENTER, filled, () -> desk.maximise(view()));
        KeyCode[] digits = {
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9
        };
        for (int i = 0; i < digits.length; i++) {
            int number = i;
            add("preset-" + (i + 1), digits[i], filled, () -> preset(number));
        }
        add("preset-file", KeyCode.DIGIT0, filled, () -> view().window(null));
        for (Layout layout : Layout.values()) {
            add("layout-" + layout.label(), (KeyCombination) null, inFocus, () -> desk.arrange(layout));
        }
        for (PlaneKind kind : PlaneKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            add("plane-" + name, (KeyCombination) null, filled, () -> view().cut(kind));
        }
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    private void add(String id, KeyCode key, ObservableBooleanValue when, Runnable action) {
        add(id, new KeyCodeCombination(key), when, action);
    }

    private void add(String id, @Nullable KeyCombination key, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk." + id, "desk.command." + id, key, when, action));
    }

    private ViewportModel view() {
        return desk.activeProperty().get();
    }

    private ViewPresentation look() {
        return view().presentationProperty().get();
    }

    private void look(ViewPresentation look) {
        view().presentationProperty().set(look);
    }

    /// Back to how the set was opened, slice apart.
    private void reset() {
        look(ViewPresentation.FIT);
        view().data(d -> d.withVoi(null).withInverted(false).withPalette(Palettes.GREY));
        view().stateProperty().set(view().stateProperty().get().thick(Slab.THIN));
    }

    private void preset(int number) {
        desk.activeSet().ifPresent(set -> {
            List<WindowPresets.Preset> presets = WindowPresets.of(set.modality());
            if (number < presets.size()) {
                view().window(presets.get(number).window());
            }
        });
    }

    private void nextSlab() {
        Slab now = view().stateProperty().get().slab();
        if (!view().stateProperty().get().plane().isReformat()) {
            return;
        }
        int next = 0;
        while (next < SLABS_MM.length && SLABS_MM[next] <= now.thicknessMm()) {
            next++;
        }
        double thickness = next == SLABS_MM.length ? 0 : SLABS_MM[next];
        Slab.Projection projection = now.thicknessMm() == 0 ? Slab.Projection.MAXIMUM : now.projection();
        view().stateProperty()
                .set(view().stateProperty().get().thick(thickness == 0 ? Slab.THIN : new Slab(thickness, projection)));
    }

    private void nextPalette() {
        view().data(d -> {
            List<Palette> palettes = Palettes.all();
            int next = (palettes.indexOf(d.palette()) + 1) % palettes.size();
            return d.withPalette(palettes.get(next));
        });
    }

    private void toggleSmooth() {
        view().data(d -> d.withInterpolation(
                d.interpolation() == Interpolation.LINEAR ? Interpolation.NEAREST : Interpolation.LINEAR));
    }
}
