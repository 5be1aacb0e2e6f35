package org.readingroom.viewer.origin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// The images that objects made here may speak of.
public final class SourceImages {
    private final Map<SopInstanceUid, SourceImage> images = new LinkedHashMap<>();

    public SourceImages(Collection<SourceImage> images) {
        images.forEach(image -> this.images.putIfAbsent(image.instance(), image));
    }

    public Optional<SourceImage> find(SopInstanceUid instance) {
        return Optional.ofNullable(images.get(instance));
    }

    /// Nothing for an image that is not here or has no such frame.
    public Optional<ImageFrame> frame(FrameRef ref) {
        return find(ref.instance()).flatMap(image -> image.frame(ref.frame()));
    }

    public List<SourceImage> all() {
        return List.copyOf(images.values());
    }

    /// The images grouped as evidence wants them: by study, then by series, whole instances.
    public List<SeriesReference> series() {
        Map<String, List<SourceImage>> groups = new LinkedHashMap<>();
        for (SourceImage image : images.values()) {
            groups.computeIfAbsent(image.study().value() + " " + image.series().value(), key -> new ArrayList<>())
                    .add(image);
        }
        return groups.values().stream()
                .map(group -> new SeriesReference(
                        group.getFirst().study().value(),
                        group.getFirst().series().value(),
                        group.stream()
                                .map(image -> new InstanceReference(image.sopClassUid(), image.instance(), List.of()))
                                .toList()))
                .toList();
    }
}
