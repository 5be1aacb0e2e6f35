package org.readingroom.desktop.desk;

import java.util.Optional;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewTransform;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// The flat picture on screen as the layers see it.
record PictureContext(Picture.Ready ready, DisplaySet displaySet, Runnable repaint, Runnable repaintAll)
        implements ViewContext {
    @Override
    public PlaneKind plane() {
        return ready.sight().state().plane();
    }

    @Override
    public Slab slab() {
        return ready.view().slab();
    }

    @Override
    public Optional<ImageFrame> frame() {
        return Optional.ofNullable(ready.frame());
    }

    @Override
    public ViewTransform transform() {
        return ready.view().transform();
    }

    @Override
    public ViewPlane viewPlane() {
        return ready.plane();
    }

    @Override
    public Volume volume() {
        return ready.view().volume();
    }

    @Override
    public Optional<Slice> slice() {
        return Optional.ofNullable(ready.slice());
    }

    @Override
    public Optional<MaskSubtraction> subtraction() {
        return Optional.ofNullable(ready.mask());
    }

    @Override
    public ResolvedView resolved() {
        return ready.view();
    }

    @Override
    public void repaintOverlay() {
        repaint.run();
    }

    @Override
    public void repaintAllOverlays() {
        repaintAll.run();
    }
}
