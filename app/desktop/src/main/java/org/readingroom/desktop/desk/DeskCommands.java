package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewState;
import org.readingroom.viewer.viewport.WindowPresets;

/// Everything the desk can be told to do, with its keys.
///
/// Letters without a modifier act only while a view has the focus, so that they can be typed
/// elsewhere.
// [impl->req~desk.keys~1]
final class DeskCommands {
    private final ReadingDeskModel desk;
    private final List<Command> all = new ArrayList<>();

    /// `inFocus` says whether a view has the keyboard.
    DeskCommands(ReadingDeskModel desk, ObservableBooleanValue inFocus) {
        this.desk = desk;
        BooleanBinding filled = Bindings.createBooleanBinding(
                () -> inFocus.get() && desk.activeSet().isPresent(), inFocus, desk.activeProperty(), desk.sets());
        add("fit", KeyCode.F, filled, this::fit);
        add("invert", KeyCode.I, filled, () -> view().data(d -> d.withInverted(!d.inverted())));
        add("rotate", KeyCode.R, filled, this::rotate);
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
        add("crosshair", KeyCode.X, filled, () -> {
            var shown = desk.crosshair().shownProperty();
            shown.set(!shown.get());
        });
        add("straighten", new KeyCodeCombination(KeyCode.X, KeyCombination.SHIFT_DOWN), filled, this::straighten);
        add("slab", KeyCode.T, filled, this::nextSlab);
        add("slab-mode", new KeyCodeCombination(KeyCode.T, KeyCombination.SHIFT_DOWN), filled, this::nextProjection);
        add("slab-thicker", KeyCode.CLOSE_BRACKET, filled, () -> thicken(1));
        add("slab-thinner", KeyCode.OPEN_BRACKET, filled, () -> thicken(-1));
        add("palette", KeyCode.D, filled, this::nextPalette);
        add("smooth", KeyCode.N, filled, this::toggleSmooth);
        add("next-set", KeyCode.PERIOD, filled, () -> desk.showNext(1));
        add("previous-set", KeyCode.COMMA, filled, () -> desk.showNext(-1));
        add("next-view", new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN), inFocus, desk::activateNext);
        add("maximise", KeyCode.ENTER, filled, () -> desk.maximise(view()));
        all.addAll(new AdditionCommands(desk, filled).all());
        all.addAll(new LayerCommands(desk, filled).all());
        all.addAll(new ModeCommands(desk, filled).all());
        all.addAll(new CineCommands(desk, filled).all());
        all.addAll(new UnitCommands(desk, filled).all());
        all.addAll(new AlignCommands(desk, filled).all());
        all.addAll(new LinkCommands(desk, filled).all());
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
        all.addAll(new LayoutCommands(desk, inFocus, filled).all());
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

    private void fit() {
        look(ViewPresentation.FIT);
        view().scene((look, volume) -> look.withCamera(null));
    }

    /// A quarter turn clockwise; a volume seen from outside shows its next side.
    private void rotate() {
        if (view().isFlat()) {
            look(look().turned(90));
        } else {
            view().scene((look, volume) -> look.turned(volume, 90, 0));
        }
    }

    /// Back to how the set was opened, slice apart.
    private void reset() {
        view().scene((look, volume) ->
                SceneLook.opening(view().displaySet().map(DisplaySet::modality).orElse("")));
        look(ViewPresentation.FIT);
        Optional.ofNullable(view().setProperty().get()).ifPresent(OpenSet::reset);
        view().stateProperty().set(view().stateProperty().get().thick(Slab.THIN));
    }

    private void preset(int number) {
        if (view().modeProperty().get() instanceof ViewMode.Scene) {
            List<String> presets =
                    SceneLook.presets(desk.activeSet().map(DisplaySet::modality).orElse(""));
            if (number < presets.size()) {
                view().scene((look, volume) -> look.withPreset(presets.get(number)));
            }
            return;
        }
        desk.activeSet().ifPresent(set -> {
            List<WindowPresets.Preset> presets = WindowPresets.of(set);
            if (number < presets.size()) {
                view().window(presets.get(number).window());
            }
        });
    }

    /// Every visible reformat back to its straight plane.
    private void straighten() {
        desk.visible().forEach(ViewTurns::straighten);
    }

    private void nextSlab() {
        thick(SlabSteps.next(view().stateProperty().get().slab()));
    }

    private void nextProjection() {
        thick(SlabSteps.nextProjection(view().stateProperty().get().slab()));
    }

    private void thicken(int steps) {
        thick(SlabSteps.thicker(view().stateProperty().get().slab(), steps));
    }

    private void thick(Slab slab) {
        ViewState state = view().stateProperty().get();
        if (state.plane().isReformat()) {
            view().stateProperty().set(state.thick(slab));
        }
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
