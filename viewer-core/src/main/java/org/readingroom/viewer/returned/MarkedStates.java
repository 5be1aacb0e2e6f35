package org.readingroom.viewer.returned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.presentation.SpatialTransform;

/// Marks and looks of images as presentation states.
///
/// A state speaks of images of one study that share what a state can say but once: grey or colour,
/// modality, modality LUT, inversion, turn, flip and shutter. `left` counts marks that no state can
/// show: they lie on a reformat, or their image is gone.
///
/// **Source:** DICOM PS3.3 sections A.33.1, A.33.2.
// [impl->req~returned.state~1]
public record MarkedStates(List<PresentationState> states, int left) {
    public MarkedStates {
        states = List.copyOf(states);
    }

    private record Common(
            StudyUid study,
            boolean isColour,
            String modality,
            ModalityLut lut,
            boolean isInverse,
            SpatialTransform transform,
            Optional<DisplayShutter> shutter) {}

    /// `label` is what lists call the states; `frames` are seen as `looks` says though no mark is on
    /// them.
    public static MarkedStates of(
            String label,
            List<ReportedMark> marks,
            List<FrameRef> frames,
            SourceImages images,
            Function<FrameRef, ImageLook> looks) {
        Map<FrameRef, List<PlacedMark>> placed = new LinkedHashMap<>();
        frames.forEach(frame -> placed.put(frame, new ArrayList<>()));
        int left = 0;
        for (ReportedMark mark : marks) {
            Optional<MarkPlace> place = MarkPlace.of(mark.annotation(), images);
            if (place.isPresent() && place.get() instanceof MarkPlace.OnImage on) {
                placed.computeIfAbsent(new FrameRef(on.image().instance(), on.frame()), key -> new ArrayList<>())
                        .add(new PlacedMark(mark, on));
            } else {
                left++;
            }
        }
        Map<Common, StateOfImages> groups = new LinkedHashMap<>();
        for (Map.Entry<FrameRef, List<PlacedMark>> one : placed.entrySet()) {
            SourceImage image = images.find(one.getKey().instance()).orElse(null);
            ImageFrame frame = images.frame(one.getKey()).orElse(null);
            if (image != null && frame != null) {
                ImageLook look = looks.apply(one.getKey());
                groups.computeIfAbsent(common(image, frame, look), key -> new StateOfImages())
                        .add(image, frame, look, one.getValue());
            }
        }
        List<PresentationState> states = new ArrayList<>();
        groups.forEach((common, group) -> states.add(
                group.state(label, common.isColour, common.lut, common.isInverse, common.transform, common.shutter)));
        return new MarkedStates(states, left);
    }

    private static Common common(SourceImage image, ImageFrame frame, ImageLook look) {
        boolean isColour = image.header().isColour();
        DisplayShutter shutter = frame.extras().shutter();
        return new Common(
                image.study(),
                isColour,
                image.modality(),
                isColour ? ModalityLut.Linear.IDENTITY : frame.modalityLut(),
                !isColour && frame.inverse() != look.isInverted(),
                look.transform(),
                isColour ? Optional.empty() : Optional.ofNullable(shutter).filter(s -> s.bitmap() == null));
    }

    /// Which study each state belongs to: that of its first image.
    public static SourceImage imageOf(PresentationState state, SourceImages images) {
        return images.find(state.images().getFirst().instances().getFirst().instance())
                .orElseThrow();
    }

    /// The modalities of the states, for their names.
    public static Set<String> modalities(PresentationState state, SourceImages images) {
        Set<String> modalities = new LinkedHashSet<>();
        state.images()
                .forEach(series -> series.instances()
                        .forEach(one ->
                                images.find(one.instance()).ifPresent(image -> modalities.add(image.modality()))));
        return modalities;
    }

    /// A mark and the image it is on.
    record PlacedMark(ReportedMark mark, MarkPlace.OnImage place) {}
}
