package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.FusedSet;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.SceneLook;
import org.readingroom.desktop.desk.ViewMode;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.hanging.ScreenOrientation;
import org.readingroom.viewer.hanging.ViewOpening;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewState;
import org.readingroom.viewer.viewport.WindowPresets;

/// Opens a view as a protocol wants it: cut, slab, window, colours, which way round.
///
/// A window that the reader chose is left alone. A set that cannot be cut or seen from outside
/// shows its frames.
///
/// **Thread:** FX.
final class ViewOpener {
    /// The window that a set was opened with, or that a protocol gave it, so that the reader's own can be told from
    /// them; empty for that of the file.
    private final Map<OpenSet, Optional<Voi>> given = new HashMap<>();

    /// Takes the windows of sets that nobody has touched yet for those they were opened with.
    void note(List<OpenSet> untouched) {
        for (OpenSet open : untouched) {
            given.putIfAbsent(
                    open, Optional.ofNullable(open.presentationProperty().get().voi()));
        }
    }

    /// `over` is what the protocol lays over it; null for nothing.
    void open(ViewportModel view, ViewOpening wanted, @Nullable OpenSet over) {
        OpenSet open = view.setProperty().get();
        if (open == null) {
            return;
        }
        boolean isSolid = open.displaySet().isVolume();
        view.modeProperty().set(ViewMode.FLAT);
        PlaneKind plane = wanted.reformat();
        view.cut(plane != null && isSolid ? plane : PlaneKind.ACQUIRED);
        ViewState state = view.stateProperty().get();
        Slab.Projection projection = wanted.projection();
        view.stateProperty()
                .set(state.thick(
                        wanted.slabMm() > 0 && state.plane().isReformat()
                                ? new Slab(wanted.slabMm(), projection == null ? Slab.Projection.MEAN : projection)
                                : Slab.THIN));
        window(view, open, wanted);
        orient(view, wanted);
        view.additions()
                .fusedProperty()
                .set(over == null ? null : fused(over, wanted).orElse(FusedSet.over(over)));
        if (wanted.threeDimensional() && isSolid) {
            SceneLook look = SceneLook.opening(open.displaySet().modality());
            view.modeProperty()
                    .set(new ViewMode.Scene(wanted.preset().isEmpty() ? look : look.withPreset(wanted.preset())));
        }
    }

    private static Optional<FusedSet> fused(OpenSet over, ViewOpening wanted) {
        ViewOpening.Overlay overlay = wanted.overlay();
        return overlay == null
                ? Optional.empty()
                : Palettes.of(overlay.palette()).map(palette -> new FusedSet(over, palette, overlay.opacity()));
    }

    private void window(ViewportModel view, OpenSet open, ViewOpening wanted) {
        Voi now = open.presentationProperty().get().voi();
        note(List.of(open));
        boolean isReaders = now != null
                && !now.equals(given.getOrDefault(open, Optional.empty()).orElse(null));
        Voi window = window(open, wanted).orElse(null);
        if (window != null && !isReaders) {
            given.put(open, Optional.of(window));
            view.window(window);
        }
        Optional<Palette> palette = Palettes.of(wanted.palette());
        palette.ifPresent(chosen -> view.data(data -> data.withPalette(chosen)));
        if (wanted.inverted()) {
            view.data(data -> data.withInverted(true));
        }
    }

    private static Optional<Voi> window(OpenSet open, ViewOpening wanted) {
        Double center = wanted.center();
        Double width = wanted.width();
        if (center != null && width != null) {
            return Optional.of(Voi.Window.linear(center, width));
        }
        return WindowPresets.of(open.displaySet()).stream()
                .filter(preset -> preset.id().equals(wanted.preset()))
                .map(preset -> (Voi) preset.window())
                .findFirst();
    }

    /// Mirrors and turns only what says where its rows and columns run.
    // [impl->req~hanging.mirror-by-orientation~1]
    private static void orient(ViewportModel view, ViewOpening wanted) {
        String axes = wanted.displaySetPatientOrientation();
        Optional<ImageFrame> frame = view.frame().filter(shown -> shown.plane() == null);
        List<String> notes = new ArrayList<>();
        ViewPresentation look = ViewPresentation.FIT;
        if (!axes.isEmpty() && frame.isPresent()) {
            Optional<ScreenOrientation> found =
                    ScreenOrientation.of(frame.get().facts().patientOrientation(), axes);
            look = found.map(to -> new ViewPresentation(1, 0, 0, to.turnDegrees(), to.mirrored()))
                    .orElse(look);
            if (found.isEmpty()) {
                notes.add("desk.hanging.no-orientation");
            } else if (found.get().mirrored()) {
                notes.add("desk.hanging.mirrored");
            }
        }
        view.presentationProperty().set(look);
        view.additions().notesProperty().set(List.copyOf(notes));
    }

    void forget() {
        given.clear();
    }
}
