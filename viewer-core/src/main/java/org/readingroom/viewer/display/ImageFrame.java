package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;

/// One frame as its header describes it: everything a view needs besides the pixels.
///
/// `plane` is absent when the file does not place the frame in the patient; `scale` may still be known then.
/// `inverse` says that the lowest value is shown white (MONOCHROME1, or Presentation LUT Shape INVERSE).
/// `paletteColor` is present for PALETTE COLOR frames only. `regions` are the calibrated parts of an ultrasound
/// frame: a mark outside all of them has no distances, whatever `scale` says.
///
/// **Order:** `vois` as in the file, tables after windows; empty when the file has none.
public record ImageFrame(
        FrameRef ref,
        PixelFormat format,
        @Nullable ImagePlane plane,
        @Nullable FrameOfReferenceUid frameOfReference,
        PixelScale scale,
        ModalityLut modalityLut,
        List<Voi> vois,
        boolean inverse,
        @Nullable PixelPadding padding,
        @Nullable PaletteColor paletteColor,
        List<UltrasoundRegion> regions,
        FrameFacts facts,
        FrameExtras extras) {
    public ImageFrame {
        vois = List.copyOf(vois);
        regions = List.copyOf(regions);
    }

    /// A frame about whose showing the file says nothing beyond its values and windows.
    public ImageFrame(
            FrameRef ref,
            PixelFormat format,
            @Nullable ImagePlane plane,
            @Nullable FrameOfReferenceUid frameOfReference,
            PixelScale scale,
            ModalityLut modalityLut,
            List<Voi> vois,
            boolean inverse,
            @Nullable PixelPadding padding,
            @Nullable PaletteColor paletteColor,
            List<UltrasoundRegion> regions,
            FrameFacts facts) {
        this(
                ref,
                format,
                plane,
                frameOfReference,
                scale,
                modalityLut,
                vois,
                inverse,
                padding,
                paletteColor,
                regions,
                facts,
                FrameExtras.NONE);
    }

    /// The same frame in another frame of reference.
    ImageFrame withFrameOfReference(FrameOfReferenceUid reference) {
        return new ImageFrame(
                ref,
                format,
                plane,
                reference,
                scale,
                modalityLut,
                vois,
                inverse,
                padding,
                paletteColor,
                regions,
                facts,
                extras);
    }

    /// The same frame with its values in another unit.
    ImageFrame withValues(ModalityLut values, List<Voi> windows) {
        return new ImageFrame(
                ref,
                format,
                plane,
                frameOfReference,
                scale,
                values,
                windows,
                inverse,
                padding,
                paletteColor,
                regions,
                facts,
                extras);
    }

    /// The same frame with the size of its pixels known by hand; what the file says of its tissue is set aside, its
    /// regions over time are not.
    public ImageFrame calibrated(PixelScale.Millimetres byHand) {
        return new ImageFrame(
                ref,
                format,
                plane,
                frameOfReference,
                byHand,
                modalityLut,
                vois,
                inverse,
                padding,
                paletteColor,
                regions.stream().filter(region -> !region.isTissue()).toList(),
                facts,
                extras);
    }

    /// True when marks on this frame can be held in patient space.
    public boolean hasGeometry() {
        return plane != null && frameOfReference != null;
    }

    /// The spacing in millimetres, when the file states one in any way.
    public Optional<PixelSpacing> spacing() {
        return scale instanceof PixelScale.Millimetres mm ? Optional.of(mm.spacing()) : Optional.empty();
    }
}
