package org.readingroom.viewer.returned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.presentation.DisplayedArea;
import org.readingroom.viewer.presentation.GraphicAnnotation;
import org.readingroom.viewer.presentation.GraphicLayer;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.presentation.SoftcopyVoi;
import org.readingroom.viewer.presentation.SpatialTransform;

/// The images of one state, their windows, areas and marks, as they come.
final class StateOfImages {
    private static final String MARKS = "MARKS";
    private static final String OVERLAYS = "OVERLAYS";

    /// The yellow of marks on the desk.
    private static final int MARK_RGB = 0xFFE14D;

    private static final int OVERLAY_RGB = 0xFFFFFF;

    private final Map<SopInstanceUid, SourceImage> images = new LinkedHashMap<>();
    private final Map<SopInstanceUid, TreeSet<Integer>> frames = new LinkedHashMap<>();
    private final Map<Voi, List<InstanceReference>> vois = new LinkedHashMap<>();
    private final List<DisplayedArea> areas = new ArrayList<>();
    private final List<GraphicAnnotation> annotations = new ArrayList<>();
    private final Map<Integer, String> overlays = new TreeMap<>();

    void add(SourceImage image, ImageFrame frame, ImageLook look, List<MarkedStates.PlacedMark> marks) {
        int index = frame.ref().frame();
        images.putIfAbsent(image.instance(), image);
        frames.computeIfAbsent(image.instance(), key -> new TreeSet<>()).add(index + 1);
        List<InstanceReference> here = List.of(image.reference(index));
        if (!image.header().isColour()) {
            look.voi()
                    .or(() -> frame.vois().stream().findFirst())
                    .ifPresent(voi ->
                            vois.computeIfAbsent(voi, key -> new ArrayList<>()).addAll(here));
        }
        DisplayedArea whole = look.area()
                .orElseGet(() -> new DisplayedArea(
                        List.of(),
                        1,
                        1,
                        frame.format().columns(),
                        frame.format().rows(),
                        DisplayedArea.SizeMode.SCALE_TO_FIT,
                        0));
        areas.add(new DisplayedArea(
                here, whole.left(), whole.top(), whole.right(), whole.bottom(), whole.mode(), whole.value()));
        if (!marks.isEmpty()) {
            annotations.add(MarkGraphics.of(here, MARKS, marks));
        }
        for (OverlayPlane overlay : frame.extras().overlays()) {
            overlays.put(overlay.group(), OVERLAYS);
        }
    }

    PresentationState state(
            String label,
            boolean isColour,
            ModalityLut lut,
            boolean isInverse,
            SpatialTransform transform,
            Optional<DisplayShutter> shutter) {
        List<GraphicLayer> layers = new ArrayList<>();
        if (!overlays.isEmpty()) {
            layers.add(new GraphicLayer(OVERLAYS, 1, OVERLAY_RGB, "Overlays of the images"));
        }
        layers.add(new GraphicLayer(MARKS, layers.size() + 1, MARK_RGB, "Marks"));
        return new PresentationState(
                new SopInstanceUid(NewUid.random()),
                isColour ? PresentationState.Kind.COLOR : PresentationState.Kind.GRAYSCALE,
                "READING ROOM",
                label,
                "",
                PersonName.NONE,
                references(),
                lut,
                vois.entrySet().stream()
                        .map(one -> new SoftcopyVoi(one.getValue(), Optional.of(one.getKey())))
                        .toList(),
                Optional.empty(),
                isInverse,
                Optional.empty(),
                transform,
                areas,
                layers,
                annotations,
                overlays,
                shutter,
                List.of(),
                Optional.empty(),
                List.of());
    }

    private List<SeriesReference> references() {
        Map<String, List<InstanceReference>> series = new LinkedHashMap<>();
        images.values()
                .forEach(image -> series.computeIfAbsent(image.series().value(), key -> new ArrayList<>())
                        .add(new InstanceReference(
                                image.sopClassUid(),
                                image.instance(),
                                image.isMultiFrame() ? List.copyOf(frames.get(image.instance())) : List.of())));
        String study = images.values().iterator().next().study().value();
        return series.entrySet().stream()
                .map(one -> new SeriesReference(study, one.getKey(), one.getValue()))
                .toList();
    }
}
