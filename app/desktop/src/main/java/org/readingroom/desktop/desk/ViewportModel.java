package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.Turn;
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
    private final ViewAdditions additions = new ViewAdditions();
    /// The place a reformat should open at, while its volume is still being assembled.
    private @Nullable Vec3 sought;

    public ObjectProperty<@Nullable OpenSet> setProperty() {
        return set;
    }

    public ObjectProperty<ViewState> stateProperty() {
        return state;
    }

    public ObjectProperty<ViewPresentation> presentationProperty() {
        return presentation;
    }

    /// What lies under the pointer; null while it is elsewhere.
    public ObjectProperty<@Nullable Readout> readoutProperty() {
        return readout;
    }

    /// What the view shows beyond its display set.
    public ViewAdditions additions() {
        return additions;
    }

    /// Shows `shown` from its middle, fitted; null clears the view.
    public void show(@Nullable OpenSet shown) {
        int frames = shown == null ? 1 : shown.displaySet().frames().size();
        boolean stack = shown != null && shown.displaySet().isVolume();
        state.set(ViewState.START.at(stack ? frames / 2 : 0));
        presentation.set(ViewPresentation.FIT);
        readout.set(null);
        additions.clear();
        set.set(shown);
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

    public void scroll(int steps) {
        goTo(index() + steps);
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
        return open == null || state.get().plane().isReformat()
                ? Optional.empty()
                : Optional.of(open.displaySet().frames().get(index()));
    }

    /// The plane on screen, where the set lies in the patient.
    public Optional<ViewPlane> plane() {
        OpenSet open = set.get();
        return open == null ? Optional.empty() : ViewPlace.plane(open, state.get(), index());
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

    /// Turns a reformat about `axis` and stays at `pPatient`; frames stay as they are.
    ///
    /// **Units:** radians.
    // [impl->req~view.oblique~1]
    void turnAbout(Vec3 pPatient, Vec3 axis, double radians) {
        OpenSet open = set.get();
        if (open == null || !state.get().plane().isReformat()) {
            return;
        }
        ViewState turned = state.get().turned(state.get().turn().then(Turn.about(axis, radians)), 0);
        ViewPlace.planes(open, turned).ifPresent(planes -> state.set(turned.at(planes.nearest(pPatient))));
    }

    /// A turned reformat back to its straight plane, at the same place.
    void straighten() {
        OpenSet open = set.get();
        Optional<Vec3> here = plane().map(ViewPlane::centre);
        if (open != null && here.isPresent() && !state.get().turn().isNone()) {
            ViewState straight = state.get().turned(Turn.NONE, 0);
            ViewPlace.planes(open, straight).ifPresent(p -> state.set(straight.at(p.nearest(here.get()))));
        }
    }

    /// Cuts the set in another plane, at the place in the patient that is on screen now.
    // [impl->req~desk.reformat-key~1]
    public void cut(PlaneKind kind) {
        OpenSet open = set.get();
        if (open == null || kind == state.get().plane()) {
            return;
        }
        Optional<Vec3> here = plane().map(ViewPlane::centre);
        presentation.set(ViewPresentation.FIT);
        state.set(state.get().cut(kind, 0));
        sought = null;
        if (!kind.isReformat()) {
            goTo(here.map(p -> ViewPlace.nearestFrame(open, p)).orElse(0));
        } else {
            Optional<PlaneStack> planes = ViewPlace.planes(open, state.get());
            if (planes.isPresent() && here.isPresent()) {
                goTo(planes.get().nearest(here.get()));
            } else {
                sought = here.orElse(null);
                state.set(state.get().cut(kind, MIDDLE));
            }
        }
    }

    /// Index that stands for "the middle" until the volume and with it the count is known.
    private static final int MIDDLE = Integer.MAX_VALUE;

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
        int index = frame().isPresent() ? index() : open.displaySet().frames().size() / 2;
        return open.slice(index)
                .map(slice -> FramePicture.voi(open.displaySet().frames().get(index), slice, data));
    }

    public void window(@Nullable Voi voi) {
        data(data -> data.withVoi(voi));
    }

    public void data(java.util.function.UnaryOperator<DataPresentation> change) {
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
        return state.get().plane().isReformat() ? reformat(open, size, quality) : stack(open, size, quality);
    }

    private Picture stack(OpenSet open, ViewResolver.PictureSize size, Quality quality) {
        int index = index();
        ImageFrame frame = open.displaySet().frames().get(index);
        Optional<Slice> slice = open.slice(index);
        if (slice.isEmpty()) {
            return open.fault(index).map(ViewportModel::failed).orElse(new Picture.Loading(0, 0));
        }
        open.neighbours(index);
        ViewResolver.Look look = FramePicture.look(
                frame, slice.get(), open.presentationProperty().get());
        Volume volume = FramePicture.volume(frame, slice.get(), look);
        ViewPlane plane = FramePicture.plane(volume);
        return new Picture.Ready(
                ViewResolver.resolve(
                        volume, plane, Slab.THIN, presentation.get(), look, size, additions.extras(volume, quality)),
                plane,
                frame,
                slice.get());
    }

    private Picture reformat(OpenSet open, ViewResolver.PictureSize size, Quality quality) {
        var assembled = open.volume();
        Optional<Voi> voi = voi();
        if (assembled.isEmpty() || voi.isEmpty()) {
            return switch (open.volumeStateProperty().get()) {
                case LoadState.Failed failed -> new Picture.Failed(failed.reasonKey(), List.of());
                case LoadState.Partial partial -> new Picture.Loading(partial.loadedFrames(), partial.totalFrames());
                default -> new Picture.Loading(0, 0);
            };
        }
        Volume volume = assembled.get().volume();
        PlaneStack planes =
                PlaneStack.of(volume, state.get().plane(), state.get().turn());
        int index = Math.min(state.get().index(), planes.count() - 1);
        if (state.get().index() == MIDDLE) {
            index = sought == null ? planes.count() / 2 : planes.nearest(sought);
            sought = null;
        }
        if (index != state.get().index()) {
            state.set(state.get().at(index));
        }
        ViewPlane plane = planes.plane(index);
        ViewResolver.Look look =
                look(open, voi.get(), open.displaySet().frames().getFirst());
        return new Picture.Ready(
                ViewResolver.resolve(
                        volume,
                        plane,
                        state.get().slab(),
                        presentation.get(),
                        look,
                        size,
                        additions.extras(volume, quality)),
                plane,
                null,
                null);
    }

    private static ViewResolver.Look look(OpenSet open, Voi voi, ImageFrame frame) {
        DataPresentation data = open.presentationProperty().get();
        return new ViewResolver.Look(voi, data.inverted() != frame.inverse(), data);
    }

    private static Picture failed(Exception fault) {
        return fault instanceof WorkstationException known
                ? new Picture.Failed(known.messageKey(), known.messageArguments())
                : new Picture.Failed("viewer.frame.failed", List.of());
    }

    /// The value and the place under the pointer.
    ///
    /// `value` is NaN outside the image and for colour; `pPatient` is absent without patient
    /// geometry.
    public record Readout(
            int column,
            int row,
            float value,
            String unit,
            @Nullable Vec3 pPatient) {}
}
