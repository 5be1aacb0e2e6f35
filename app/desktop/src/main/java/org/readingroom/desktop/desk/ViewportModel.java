package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ShownLayers;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewState;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// One view: which display set, where in it, how it looks. No controls.
///
/// **Thread:** FX.
public final class ViewportModel {
    private final ObjectProperty<@Nullable OpenSet> set = new SimpleObjectProperty<>();
    private final ObjectProperty<ViewState> state = new SimpleObjectProperty<>(ViewState.START);
    private final ObjectProperty<ViewPresentation> presentation = new SimpleObjectProperty<>(ViewPresentation.FIT);
    private final ObjectProperty<@Nullable Readout> readout = new SimpleObjectProperty<>();
    private final ObjectProperty<ViewMode> mode = new SimpleObjectProperty<>(ViewMode.FLAT);
    private final ViewAdditions additions = new ViewAdditions();
    private final Cine cine = new Cine(this);
    private final FittedSize fitted = new FittedSize();
    private final PlaneKeeper planeKeeper = new PlaneKeeper();
    private @Nullable IntConsumer pager;

    public ObjectProperty<@Nullable OpenSet> setProperty() {
        return set;
    }

    public ObjectProperty<ViewState> stateProperty() {
        return state;
    }

    public ObjectProperty<ViewPresentation> presentationProperty() {
        return presentation;
    }

    /// Whether the view shows flat pictures, the volume from outside, or the sheet along a path.
    public ObjectProperty<ViewMode> modeProperty() {
        return mode;
    }

    public boolean isFlat() {
        return mode.get() instanceof ViewMode.Flat;
    }

    /// What lies under the pointer; null while it is elsewhere.
    public ObjectProperty<@Nullable Readout> readoutProperty() {
        return readout;
    }

    /// Millimetres per logical pixel of the flat picture at zoom 1; NaN while nobody knows.
    ReadOnlyDoubleProperty fitProperty() {
        return fitted.mmPerPixelProperty();
    }

    /// What the view shows beyond its display set.
    public ViewAdditions additions() {
        return additions;
    }

    /// What plays the view.
    Cine cine() {
        return cine;
    }

    /// Shows `shown` from its middle, fitted; null clears the view.
    ///
    /// What was there leaves first: its frames must not be told the place of what comes.
    public void show(@Nullable OpenSet shown) {
        set.set(null);
        fitted.forget();
        int frames = shown == null ? 1 : shown.displaySet().frames().size();
        boolean stack = shown != null && shown.displaySet().isVolume();
        state.set(ViewState.START.at(stack ? frames / 2 : 0));
        presentation.set(ViewPresentation.FIT);
        readout.set(null);
        additions.clear();
        mode.set(ViewMode.FLAT);
        planeKeeper.seek(null);
        set.set(shown);
    }

    /// The display set in the view.
    public Optional<DisplaySet> displaySet() {
        return Optional.ofNullable(set.get()).map(OpenSet::displaySet);
    }

    /// How many positions the wheel goes through.
    public int count() {
        OpenSet open = set.get();
        if (open == null) {
            return 0;
        }
        return ViewPlace.planes(open, state.get())
                .map(PlaneStack::count)
                .orElse(open.displaySet().frames().size());
    }

    public int index() {
        return Math.clamp(state.get().index(), 0, Math.max(0, count() - 1));
    }

    /// On through the positions; a volume seen from outside turns, and so does the sheet along a path.
    public void scroll(int steps) {
        switch (mode.get()) {
            case ViewMode.Flat flat -> {
                IntConsumer others = pager;
                if (others == null) {
                    goTo(index() + steps);
                } else {
                    others.accept(steps);
                }
            }
            case ViewMode.Scene scene -> scene((look, volume) -> look.stepped(volume, 0, steps));
            case ViewMode.Curve curve -> curve(look -> look.stepped(steps));
        }
    }

    /// Who goes on instead of this view when it is scrolled; null for itself.
    void pageBy(@Nullable IntConsumer pages) {
        pager = pages;
    }

    /// Changes how the volume is seen from outside, once it is here; other views stay as they are.
    void scene(BiFunction<SceneLook, Volume, SceneLook> change) {
        OpenSet open = set.get();
        if (open != null && mode.get() instanceof ViewMode.Scene scene) {
            open.volume().ifPresent(made -> mode.set(new ViewMode.Scene(change.apply(scene.look(), made.volume()))));
        }
    }

    /// Changes how the sheet along a path is laid out.
    void curve(UnaryOperator<CurveLook> change) {
        if (mode.get() instanceof ViewMode.Curve curve) {
            mode.set(new ViewMode.Curve(change.apply(curve.look())));
        }
    }

    public void goTo(int index) {
        int count = count();
        if (count > 0) {
            state.set(state.get().at(Math.clamp(index, 0, count - 1)));
        }
    }

    /// The frame on screen; nothing for a reformat.
    public Optional<ImageFrame> frame() {
        OpenSet open = set.get();
        return open == null || !isFlat() || state.get().plane().isReformat()
                ? Optional.empty()
                : Optional.of(open.displaySet().frames().get(index()));
    }

    /// The plane on screen, where the set lies in the patient.
    public Optional<ViewPlane> plane() {
        OpenSet open = set.get();
        return open == null || !isFlat() ? Optional.empty() : ViewPlace.plane(open, state.get(), index());
    }

    /// Goes to the frame or cut closest to a place in the patient.
    public void goTo(Vec3 pPatient) {
        OpenSet open = set.get();
        if (open == null) {
            return;
        }
        if (state.get().plane().isReformat()) {
            ViewPlace.planes(open, state.get()).ifPresent(planes -> goTo(planes.nearest(pPatient)));
        } else {
            goTo(ViewPlace.nearestFrame(open, pPatient));
        }
    }

    /// Cuts the set in another plane, at the place in the patient that is on screen now.
    // [impl->req~desk.reformat-key~1]
    public void cut(PlaneKind kind) {
        OpenSet open = set.get();
        mode.set(ViewMode.FLAT);
        if (open == null || kind == state.get().plane()) {
            return;
        }
        Optional<Vec3> here = plane().map(ViewPlane::centre);
        presentation.set(ViewPresentation.FIT);
        state.set(state.get().cut(kind, 0));
        planeKeeper.seek(null);
        if (!kind.isReformat()) {
            goTo(here.map(p -> ViewPlace.nearestFrame(open, p)).orElse(0));
        } else {
            Optional<PlaneStack> planes = ViewPlace.planes(open, state.get());
            if (planes.isPresent() && here.isPresent()) {
                goTo(planes.get().nearest(here.get()));
            } else {
                planeKeeper.seek(here.orElse(null));
                state.set(state.get().cut(kind, PlaneKeeper.MIDDLE));
            }
        }
    }

    /// The next plane of the cycle acquired, axial, coronal, sagittal.
    public void cutNext(int direction) {
        PlaneKind[] kinds = PlaneKind.values();
        cut(kinds[Math.floorMod(state.get().plane().ordinal() + direction, kinds.length)]);
    }

    /// The voxel window now in force: the reader's, else the frame's own.
    public Optional<Voi> voi() {
        OpenSet open = set.get();
        if (open == null) {
            return Optional.empty();
        }
        DataPresentation data = open.presentationProperty().get();
        if (data.voi() != null) {
            return Optional.of(data.voi());
        }
        int index = sampleIndex(open);
        ImageFrame sample = open.displaySet().frames().get(index);
        // what is cut or seen from outside was taken, whatever is taken off single frames
        DataPresentation shown = frame().isPresent()
                ? data
                : data.withLayers(data.layers().withSubtraction(ShownLayers.Subtraction.NATIVE));
        return sampleSlice().map(slice -> FramePicture.voi(sample, slice, shown));
    }

    /// The slice on screen; for what is cut or seen from outside, the middle one of the set.
    Optional<Slice> sampleSlice() {
        OpenSet open = set.get();
        if (open == null) {
            return Optional.empty();
        }
        return frame().isPresent() ? open.shown(index()) : open.slice(sampleIndex(open));
    }

    private int sampleIndex(OpenSet open) {
        return frame().isPresent() ? index() : open.displaySet().frames().size() / 2;
    }

    public void window(@Nullable Voi voi) {
        data(data -> data.withVoi(voi));
    }

    public void data(UnaryOperator<DataPresentation> change) {
        OpenSet open = set.get();
        if (open != null) {
            open.presentationProperty()
                    .set(change.apply(open.presentationProperty().get()));
        }
    }

    /// What this view can show at the given size now; asks for what is missing.
    Picture picture(ViewResolver.PictureSize size) {
        return picture(size, Quality.FULL);
    }

    /// The same as good as `quality` asks.
    Picture picture(ViewResolver.PictureSize size, Quality quality) {
        OpenSet open = set.get();
        if (open == null) {
            return new Picture.Empty();
        }
        return switch (mode.get()) {
            case ViewMode.Scene scene -> ScenePictures.of(this, open, scene.look(), size, quality);
            case ViewMode.Curve curve -> CurvePictures.of(this, open, curve.look(), size);
            case ViewMode.Flat flat ->
                fitted.of(
                        state.get().plane().isReformat()
                                ? FlatPictures.reformat(this, open, size, quality)
                                : FlatPictures.stack(this, open, size, quality));
        };
    }

    /// The position among `planes` to show, now that they are known.
    int settle(PlaneStack planes) {
        int index = planeKeeper.settle(planes, state.get().index());
        if (index != state.get().index()) {
            state.set(state.get().at(index));
        }
        return index;
    }

    /// The value and the place under the pointer.
    ///
    /// `value` is NaN outside the image and for colour; `pPatient` is absent without patient
    /// geometry. `isDifference` says that a mask was taken off; `others` are further quantities of the same pixel.
    public record Readout(
            int column,
            int row,
            float value,
            String unit,
            @Nullable Vec3 pPatient,
            boolean isDifference,
            List<OtherValue> others) {
        public Readout {
            others = List.copyOf(others);
        }

        /// A value that was taken, alone.
        public Readout(int column, int row, float value, String unit, @Nullable Vec3 pPatient) {
            this(column, row, value, unit, pPatient, false, List.of());
        }

        Readout ofDifference(String itsUnit) {
            return new Readout(column, row, value, itsUnit, pPatient, true, List.of());
        }

        Readout with(List<OtherValue> itsOthers) {
            return new Readout(column, row, value, unit, pPatient, isDifference, itsOthers);
        }
    }

    /// A quantity beside the modality value, with the name the file gives it.
    public record OtherValue(String label, double value, String unit) {}
}
