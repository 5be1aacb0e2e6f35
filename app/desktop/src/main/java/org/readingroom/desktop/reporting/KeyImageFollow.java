package org.readingroom.desktop.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.readingroom.report.model.KeyImage;
import org.readingroom.viewer.model.FrameRef;

/// Brings the key images of a report behind those that were marked in the images: what was marked since is added, what
/// was taken back is taken out, a new note is the new caption. All others stay as they are, such as those that a
/// colleague put in.
// [impl->req~report.key-images~1]
public final class KeyImageFollow {
    private KeyImageFollow() {}

    /// `before` and `now` are the notes of the marked frames, in their order; `made` gives the key image of a frame,
    /// nothing for one that belongs to no series here.
    public static List<KeyImage> follow(
            List<KeyImage> inReport,
            Map<FrameRef, String> before,
            Map<FrameRef, String> now,
            Function<FrameRef, Optional<KeyImage>> made) {
        Map<FrameRef, KeyImage> images = new LinkedHashMap<>();
        inReport.forEach(image -> images.put(image.frame(), image));
        before.keySet().stream().filter(frame -> !now.containsKey(frame)).forEach(images::remove);
        now.forEach((frame, note) -> {
            KeyImage there = images.get(frame);
            if (there == null && !before.containsKey(frame)) {
                made.apply(frame).ifPresent(image -> images.put(frame, image.withCaption(note)));
            } else if (there != null && !note.equals(before.get(frame))) {
                images.put(frame, there.withCaption(note));
            }
        });
        return new ArrayList<>(images.values());
    }
}
