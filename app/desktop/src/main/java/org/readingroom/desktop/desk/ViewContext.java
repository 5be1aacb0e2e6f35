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

/// One view as the layers over it see it: what it shows now and where that lies.
///
/// A context describes one picture; ask for a new one after the view changed.
///
/// **Thread:** FX.
public interface ViewContext {
    DisplaySet displaySet();

    PlaneKind plane();

    /// The frame on screen; for a reformat nothing, its plane is [#viewPlane()].
    Optional<ImageFrame> frame();

    /// Screen (logical pixels of the view) to patient and back, and to voxels of [#volume()].
    ViewTransform transform();

    /// The plane of the picture, in the volume's world.
    ViewPlane viewPlane();

    Slab slab();

    /// What the picture is cut from: the frame alone for a stack, the whole volume for a reformat.
    Volume volume();

    /// How the picture was made where a mask is taken off the frame; nothing where it is as it was taken.
    default Optional<MaskSubtraction> subtraction() {
        return Optional.empty();
    }

    /// The slice that is shown of [#frame()], a difference while a mask is taken off; shared, never to be written.
    Optional<Slice> slice();

    /// The numbers of the picture, to sample modality values with `ModalitySampler`.
    ResolvedView resolved();

    /// Asks for the overlay of this view to be painted again soon.
    void repaintOverlay();

    /// Asks for every view's overlay to be painted again soon.
    void repaintAllOverlays();
}
