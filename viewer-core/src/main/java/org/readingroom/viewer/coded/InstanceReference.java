package org.readingroom.viewer.coded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// A pointer to an instance, or to some of its frames.
///
/// **Range:** `frames` are frame numbers as DICOM counts them, from one; empty means every frame.
/// **Source:** DICOM PS3.3 section 10.8 (SOP Instance Reference), table 10-3 (Image SOP Instance Reference).
public record InstanceReference(String sopClassUid, SopInstanceUid instance, List<Integer> frames) {
    public InstanceReference {
        frames = List.copyOf(frames);
    }

    /// The reference an item holds; nothing without an instance.
    public static Optional<InstanceReference> of(DataSet item) {
        return item.string(Tag.REFERENCED_SOP_INSTANCE_UID)
                .filter(uid -> !uid.isBlank())
                .map(uid -> new InstanceReference(
                        item.string(Tag.REFERENCED_SOP_CLASS_UID).orElse(""),
                        new SopInstanceUid(uid),
                        Arrays.stream(item.integers(Tag.REFERENCED_FRAME_NUMBER))
                                .boxed()
                                .toList()));
    }

    /// Every readable reference of a sequence, in its order.
    public static List<InstanceReference> all(DataSet holder, int sequenceTag) {
        List<InstanceReference> references = new ArrayList<>();
        for (DataSet item : holder.items(sequenceTag)) {
            of(item).ifPresent(references::add);
        }
        return references;
    }

    /// Whether `frame` is meant.
    public boolean covers(FrameRef frame) {
        return frame.instance().equals(instance) && (frames.isEmpty() || frames.contains(frame.frame() + 1));
    }
}
