package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.Command;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.ShownLayers;
import org.readingroom.viewer.viewport.VoiChoice;

/// What the file of the active view offers: its windows, overlays, shutter and mask, as commands.
final class LayerCommands {
    private final ReadingDeskModel desk;
    private final List<Command> all = new ArrayList<>();

    LayerCommands(ReadingDeskModel desk, ObservableBooleanValue filled) {
        this.desk = desk;
        add("voi-next", new KeyCodeCombination(KeyCode.W), filled, () -> nextVoi(1));
        add("voi-previous", shift(KeyCode.W), filled, () -> nextVoi(-1));
        add("overlays", shift(KeyCode.G), filled, () -> layers(l -> l.withOverlays(!l.overlays())));
        add("shutter", shift(KeyCode.H), filled, () -> layers(l -> l.withShutter(!l.shutter())));
        add("mask", new KeyCodeCombination(KeyCode.M), filled, this::mask);
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    /// The file's windows and tables for a frame, and all its values last.
    // [impl->req~desk.voi-key~1]
    static List<VoiChoice> choices(ImageFrame frame, String modality) {
        return VoiChoice.of(frame, modality).stream()
                .filter(choice -> !(choice instanceof VoiChoice.Known))
                .toList();
    }

    /// Which of `choices` is in force; -1 for a window of the reader's own.
    static int chosen(List<VoiChoice> choices, DataPresentation data) {
        if (data.voi() != null) {
            return -1;
        }
        int files = (int)
                choices.stream().filter(VoiChoice.OfFile.class::isInstance).count();
        return data.fileVoi() == DataPresentation.WHOLE_RANGE ? files : Math.min(data.fileVoi(), files - 1);
    }

    private void nextVoi(int step) {
        ViewportModel view = view();
        OpenSet open = view.setProperty().get();
        if (open == null) {
            return;
        }
        ImageFrame frame =
                view.frame().orElseGet(() -> open.displaySet().frames().getFirst());
        List<VoiChoice> choices = choices(frame, open.displaySet().modality());
        if (!choices.isEmpty()) {
            int now = chosen(choices, open.presentationProperty().get());
            int next = now < 0 && step < 0 ? choices.size() - 1 : Math.floorMod(now + step, choices.size());
            view.data(choices.get(next)::on);
        }
    }

    // [impl->req~desk.file-layers~1]
    private void layers(UnaryOperator<ShownLayers> change) {
        view().data(d -> d.withLayers(change.apply(d.layers())));
    }

    private void mask() {
        ViewportModel view = view();
        OpenSet open = view.setProperty().get();
        if (open != null) {
            view.frame().ifPresent(open::toggleMask);
        }
    }

    private ViewportModel view() {
        return desk.activeProperty().get();
    }

    private static KeyCombination shift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
    }

    private void add(String id, KeyCombination key, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk." + id, "desk.command." + id, key, when, action));
    }
}
