package org.readingroom.desktop.tools;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewTransform;
import org.readingroom.viewer.volume.FrameVolume;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// One view of a [FakeDesk]: a slice of the stack or a cut of the volume, under any look.
record FakeView(
        FakeDesk desk,
        PlaneKind plane,
        @Nullable ImageFrame onFrame,
        Volume volume,
        ViewPlane viewPlane,
        ViewPresentation look,
        Slab slab)
        implements ViewContext {
    static FakeView stack(FakeDesk desk, int index) {
        ImageFrame frame = desk.set.frames().get(index);
        Volume volume = FrameVolume.of(frame, FakeDesk.slice(index));
        ViewPlane plane = new ViewPlane(
                volume.centre(),
                volume.voxelToWorld().x().unit(),
                volume.voxelToWorld().y().unit());
        return new FakeView(desk, PlaneKind.ACQUIRED, frame, volume, plane, ViewPresentation.FIT, Slab.THIN);
    }

    static FakeView cut(FakeDesk desk, PlaneKind kind, int index) {
        PlaneStack stack = PlaneStack.of(desk.volume, kind);
        return new FakeView(desk, kind, null, desk.volume, stack.plane(index), ViewPresentation.FIT, Slab.THIN);
    }

    FakeView looking(ViewPresentation newLook) {
        return new FakeView(desk, plane, onFrame, volume, viewPlane, newLook, slab);
    }

    FakeView through(ViewPlane newPlane) {
        return new FakeView(desk, plane, onFrame, volume, newPlane, look, slab);
    }

    FakeView thick(Slab newSlab) {
        return new FakeView(desk, plane, onFrame, volume, viewPlane, look, newSlab);
    }

    MarkSpace space() {
        return new MarkSpace(this);
    }

    @Override
    public DisplaySet displaySet() {
        return desk.set;
    }

    @Override
    public Optional<ImageFrame> frame() {
        return Optional.ofNullable(onFrame);
    }

    @Override
    public ViewTransform transform() {
        return ViewResolver.transform(
                volume, viewPlane, look, new ViewResolver.PictureSize(FakeDesk.SIZE, FakeDesk.SIZE, 1));
    }

    @Override
    public Optional<Slice> slice() {
        return onFrame == null ? Optional.empty() : Optional.of(volume.slices().getFirst());
    }

    @Override
    public ResolvedView resolved() {
        throw new UnsupportedOperationException("marks need no picture");
    }

    @Override
    public void repaintOverlay() {}

    @Override
    public void repaintAllOverlays() {}
}
