package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewState;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// Makes the flat pictures of a view: frames of its stack, cuts through its volume.
final class FlatPictures {
    private FlatPictures() {}

    /// The frame on screen, or why it is not.
    static Picture stack(ViewportModel view, OpenSet open, ViewResolver.PictureSize size, Quality quality) {
        int index = view.index();
        Optional<FlatRecipe> recipe = frame(view, open, Sight.of(view), quality);
        if (recipe.isEmpty()) {
            return open.shownFault(index).map(FlatPictures::failed).orElse(new Picture.Loading(0, 0));
        }
        open.neighbours(index);
        return recipe.get().ready(view.presentationProperty().get(), size);
    }

    /// How to draw the frame at which `sight` stands; nothing while its pixels are not here.
    static Optional<FlatRecipe> frame(ViewportModel view, OpenSet open, Sight sight, Quality quality) {
        ImageFrame frame = open.displaySet().frames().get(sight.index());
        Optional<Slice> slice = open.shown(sight.index());
        if (slice.isEmpty()) {
            return Optional.empty();
        }
        ViewResolver.Look look = FramePicture.look(
                frame, slice.get(), open.presentationProperty().get());
        Volume volume = FramePicture.volume(frame, slice.get(), look);
        return Optional.of(new FlatRecipe(
                volume,
                FramePicture.plane(volume),
                Slab.THIN,
                look,
                view.additions().extras(volume, quality),
                frame,
                slice.get(),
                sight));
    }

    /// The cut on screen as far as its volume is here.
    static Picture reformat(ViewportModel view, OpenSet open, ViewResolver.PictureSize size, Quality quality) {
        Optional<FlatRecipe> recipe = cut(view, open, quality);
        return recipe.isEmpty()
                ? waiting(open)
                : recipe.get().ready(view.presentationProperty().get(), size);
    }

    /// How to draw the cut on screen; nothing while its volume is not here.
    static Optional<FlatRecipe> cut(ViewportModel view, OpenSet open, Quality quality) {
        var assembled = open.volume();
        Optional<Voi> voi = view.voi();
        if (assembled.isEmpty() || voi.isEmpty()) {
            return Optional.empty();
        }
        Volume volume = assembled.get().volume();
        ViewState state = view.stateProperty().get();
        PlaneStack planes = PlaneStack.of(volume, state.plane(), state.turn());
        ViewPlane plane = planes.plane(view.settle(planes));
        return Optional.of(new FlatRecipe(
                volume,
                plane,
                state.slab(),
                look(open, voi.get()),
                view.additions().extras(volume, quality),
                null,
                null,
                Sight.of(view)));
    }

    /// Why there is no volume to show yet.
    static Picture waiting(OpenSet open) {
        return switch (open.volumeStateProperty().get()) {
            case LoadState.Failed failed -> new Picture.Failed(failed.reasonKey(), List.of());
            case LoadState.Partial partial -> new Picture.Loading(partial.loadedFrames(), partial.totalFrames());
            default -> new Picture.Loading(0, 0);
        };
    }

    /// What the values of a whole volume become.
    static ViewResolver.Look look(OpenSet open, Voi voi) {
        DataPresentation data = open.presentationProperty().get();
        ImageFrame first = open.displaySet().frames().getFirst();
        return new ViewResolver.Look(voi, data.inverted() != first.inverse(), data);
    }

    private static Picture failed(Exception fault) {
        return fault instanceof WorkstationException known
                ? new Picture.Failed(known.messageKey(), known.messageArguments())
                : new Picture.Failed("viewer.frame.failed", List.of());
    }
}
