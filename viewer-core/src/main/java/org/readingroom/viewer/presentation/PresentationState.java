package org.readingroom.viewer.presentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.MaskOperation;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.palette.Palette;

/// A presentation state, read.
///
/// `modalityLut` takes the place of the images' own; the identity when the state has none.
/// `presentationLut` is absent for the shapes IDENTITY and INVERSE. `overlayLayers` tells for each overlay
/// group that is switched on the layer it is drawn in; `overlays` are those that the state brings with it,
/// one of which may be its bitmap shutter. `warningKeys` are message keys of what is not applied.
///
/// **Source:** DICOM PS3.3 section A.33, PS3.4 annex N.
public record PresentationState(
        SopInstanceUid instance,
        Kind kind,
        String label,
        String description,
        String created,
        PersonName creator,
        List<SeriesReference> images,
        ModalityLut modalityLut,
        List<SoftcopyVoi> vois,
        Optional<PresentationLut> presentationLut,
        boolean isInverse,
        Optional<Palette> palette,
        SpatialTransform transform,
        List<DisplayedArea> areas,
        List<GraphicLayer> layers,
        List<GraphicAnnotation> annotations,
        Map<Integer, String> overlayLayers,
        Optional<DisplayShutter> shutter,
        List<OverlayPlane> overlays,
        Optional<MaskOperation> mask,
        List<String> warningKeys) {
    public enum Kind {
        GRAYSCALE,
        COLOR,
        PSEUDO_COLOR
    }

    public PresentationState {
        images = List.copyOf(images);
        vois = List.copyOf(vois);
        areas = List.copyOf(areas);
        layers = List.copyOf(layers);
        annotations = List.copyOf(annotations);
        overlayLayers = Map.copyOf(overlayLayers);
        overlays = List.copyOf(overlays);
        warningKeys = List.copyOf(warningKeys);
    }

    /// A table from VOI output to P-values, both 0 to 1.
    public interface PresentationLut {
        double at(double grey);
    }

    /// What a list calls it: its description, else its label.
    public String name() {
        return description.isEmpty() ? label : description;
    }

    /// The same look without shapes and words.
    public PresentationState withoutAnnotations() {
        return new PresentationState(
                instance,
                kind,
                label,
                description,
                created,
                creator,
                images,
                modalityLut,
                vois,
                presentationLut,
                isInverse,
                palette,
                transform,
                areas,
                layers,
                List.of(),
                overlayLayers,
                shutter,
                overlays,
                mask,
                warningKeys);
    }

    /// Whether the state speaks of `frame`.
    public boolean covers(FrameRef frame) {
        return images.stream()
                .flatMap(series -> series.instances().stream())
                .anyMatch(reference -> reference.covers(frame));
    }

    static boolean isMeant(List<InstanceReference> references, FrameRef frame) {
        return references.isEmpty() || references.stream().anyMatch(reference -> reference.covers(frame));
    }
}
