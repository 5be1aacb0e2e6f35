package org.readingroom.desktop.tools;

import java.util.Optional;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewTransform;
import org.readingroom.viewer.volume.FrameVolume;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// One frame of a display set, fitted into a view of 1024 x 1024; its pixels are all zero.
record StackView(DisplaySet displaySet, ImageFrame onFrame, Volume volume, ViewPlane viewPlane, ViewTransform transform)
        implements ViewContext {
    static final double SIZE = 1024;

    static StackView of(DisplaySet set, int index) {
        ImageFrame frame = set.frames().get(index);
        int columns = frame.format().columns();
        int rows = frame.format().rows();
        Volume volume = FrameVolume.of(frame, GreySlice.of(columns, rows, new short[columns * rows], 1, 0));
        ViewPlane plane = new ViewPlane(
                volume.centre(),
                volume.voxelToWorld().x().unit(),
                volume.voxelToWorld().y().unit());
        return new StackView(
                set,
                frame,
                volume,
                plane,
                ViewResolver.transform(
                        volume, plane, ViewPresentation.FIT, new ViewResolver.PictureSize(SIZE, SIZE, 1)));
    }

    @Override
    public PlaneKind plane() {
        return PlaneKind.ACQUIRED;
    }

    @Override
    public Optional<ImageFrame> frame() {
        return Optional.of(onFrame);
    }

    @Override
    public Slab slab() {
        return Slab.THIN;
    }

    @Override
    public Optional<Slice> slice() {
        return Optional.of(volume.slices().getFirst());
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
