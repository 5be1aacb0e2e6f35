package org.readingroom.desktop.objects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.presentation.AppliedPresentation;
import org.readingroom.viewer.presentation.DisplayedAreaFit;
import org.readingroom.viewer.presentation.PresentationApplier;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.ShownLayers;
import org.readingroom.viewer.viewport.StateLayers;
import org.readingroom.viewer.viewport.ViewPresentation;

/// Which presentation state the active view follows.
///
/// A state holds only for the images it names: on another image the view looks as it did before.
///
/// **Thread:** FX.
// [impl->req~objects.presentation~1]
public final class PresentationChoice {
    private final ObjectsModel objects;
    private final ReadingDeskModel desk;
    private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>();

    /// The state, the frame it was applied to, and how the view looked before.
    record Chosen(
            PresentationState state,
            AppliedPresentation applied,
            ImageFrame frame,
            OpenSet set,
            ViewportModel view,
            DataPresentation before,
            ViewPresentation lookBefore,
            boolean isFitted) {}

    public PresentationChoice(ObjectsModel objects, ReadingDeskModel desk) {
        this.objects = objects;
        this.desk = desk;
    }

    /// What the view follows now; null for the image's own look.
    ReadOnlyObjectProperty<@Nullable Chosen> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The states that speak of the frame in the active view.
    public List<PresentationState> possible() {
        return desk.activeProperty()
                .get()
                .frame()
                .map(frame -> objects.objectsProperty().get().states().stream()
                        .filter(state -> state.covers(frame.ref()))
                        .toList())
                .orElse(List.of());
    }

    /// The next state of the image in the active view, after the last its own look; false when it has none.
    public boolean next() {
        List<PresentationState> possible = possible();
        Chosen now = chosen.get();
        int at = now == null ? -1 : possible.indexOf(now.state());
        putBack();
        if (possible.isEmpty()) {
            return false;
        }
        if (at + 1 < possible.size()) {
            apply(possible.get(at + 1));
        }
        return true;
    }

    /// Gives the set its own greys again, and the view its own look where it still shows that set.
    public void putBack() {
        Chosen now = chosen.get();
        chosen.set(null);
        if (now != null && desk.sets().contains(now.set())) {
            now.set().presentationProperty().set(now.before());
            if (now.set().equals(now.view().setProperty().get())) {
                now.view().presentationProperty().set(now.lookBefore());
            }
        }
        desk.repaintMarks();
    }

    /// Forgets the choice; the desk was cleared.
    public void close() {
        chosen.set(null);
    }

    private void apply(PresentationState state) {
        ViewportModel view = desk.activeProperty().get();
        OpenSet set = view.setProperty().get();
        Optional<ImageFrame> frame = view.frame();
        if (set == null || frame.isEmpty()) {
            return;
        }
        // a state speaks of the values of the file
        set.readAsStored();
        ImageFrame stored = view.frame().orElse(frame.get());
        DataPresentation before = set.presentationProperty().get();
        AppliedPresentation applied = PresentationApplier.apply(state, stored);
        chosen.set(new Chosen(
                state,
                applied,
                stored,
                set,
                view,
                before,
                view.presentationProperty().get(),
                false));
        ShownLayers shown = before.layers().withSubtraction(ShownLayers.Subtraction.AS_RECOMMENDED);
        DataPresentation look = before.withLayers(shown)
                .withState(layers(state, set))
                .withVoi(applied.voi().orElse(null))
                .withInverted(applied.isInverse() != stored.inverse());
        set.presentationProperty().set(applied.palette().map(look::withPalette).orElse(look));
        desk.repaintMarks();
    }

    /// Shutters, bitmaps and masks of all frames of the set that the state speaks of.
    // [impl->req~presentation.bitmaps~1]
    private static StateLayers layers(PresentationState state, OpenSet set) {
        Map<FrameRef, StateLayers.OfFrame> layers = new HashMap<>();
        set.displaySet().frames().stream()
                .filter(frame -> state.covers(frame.ref()))
                .forEach(frame -> layers.put(frame.ref(), PresentationApplier.over(state, frame)));
        return new StateLayers(layers);
    }

    /// Goes on to another frame of the same state: its greys, area and graphics may be others.
    private void follow(Chosen now, ImageFrame frame) {
        AppliedPresentation applied = PresentationApplier.apply(now.state(), frame);
        boolean isSameArea = applied.area().equals(now.applied().area());
        chosen.set(new Chosen(
                now.state(),
                applied,
                frame,
                now.set(),
                now.view(),
                now.before(),
                now.lookBefore(),
                now.isFitted() && isSameArea));
        // a window that the reader has set meanwhile stays
        DataPresentation data = now.set().presentationProperty().get();
        if (isSame(data.voi(), now.applied())
                && !applied.voi().equals(now.applied().voi())) {
            now.set().presentationProperty().set(data.withVoi(applied.voi().orElse(null)));
        }
        desk.repaintMarks();
    }

    private static boolean isSame(@Nullable Voi voi, AppliedPresentation applied) {
        return applied.voi().map(own -> own.equals(voi)).orElse(voi == null);
    }

    /// Told of every picture of a view that is painted: fits the displayed area once, and leaves when the image is
    /// another. Returns what is to be done after painting.
    @SuppressWarnings("ReferenceEquality") // the choice itself, not one like it
    Optional<Runnable> painted(ViewContext context) {
        Chosen now = chosen.get();
        if (now == null || now.view().setProperty().get() != now.set()) {
            return now == null ? Optional.empty() : Optional.of(this::putBack);
        }
        Optional<ImageFrame> frame = now.view().frame();
        if (frame.isEmpty() || !now.state().covers(frame.get().ref())) {
            return Optional.of(this::putBack);
        }
        if (!frame.get().ref().equals(now.frame().ref())) {
            return Optional.of(() -> {
                if (chosen.get() == now) {
                    follow(now, frame.get());
                }
            });
        }
        boolean isHere =
                context.frame().filter(f -> f.ref().equals(now.frame().ref())).isPresent();
        return isHere && !now.isFitted() ? Optional.of(() -> fit(context, now)) : Optional.empty();
    }

    private void fit(ViewContext context, Chosen now) {
        ViewPresentation look = DisplayedAreaFit.fit(
                now.applied().transform(),
                now.applied().area(),
                context.volume(),
                context.viewPlane(),
                context.transform().width(),
                context.transform().height(),
                0);
        chosen.set(new Chosen(
                now.state(), now.applied(), now.frame(), now.set(), now.view(), now.before(), now.lookBefore(), true));
        now.view().presentationProperty().set(look);
    }
}
