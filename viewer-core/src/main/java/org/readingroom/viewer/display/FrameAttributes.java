package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Where the attributes of one frame are found: its own functional groups, then the shared ones, then the
/// data set itself.
///
/// **Source:** DICOM PS3.3 section C.7.6.16.
record FrameAttributes(
        DataSet root, @Nullable DataSet perFrame, @Nullable DataSet shared, int frame) {
    static FrameAttributes of(DataSet root, int frame) {
        List<DataSet> perFrame = root.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        return new FrameAttributes(
                root,
                frame < perFrame.size() ? perFrame.get(frame) : null,
                root.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(null),
                frame);
    }

    boolean hasGroups() {
        return perFrame != null || shared != null;
    }

    /// The item of a functional group; nothing when neither place has it.
    Optional<DataSet> group(int sequenceTag) {
        Optional<DataSet> own = perFrame == null ? Optional.empty() : perFrame.item(sequenceTag);
        return own.isPresent() || shared == null ? own : shared.item(sequenceTag);
    }

    /// All items of a functional group, or of the sequence in the data set itself when there is no such group.
    List<DataSet> items(int sequenceTag) {
        List<DataSet> items = perFrame == null ? List.of() : perFrame.items(sequenceTag);
        if (items.isEmpty() && shared != null) {
            items = shared.items(sequenceTag);
        }
        return items.isEmpty() ? root.items(sequenceTag) : items;
    }

    /// The numbers under `tag` in a functional group, or in the data set itself when the group lacks it.
    double[] decimals(int sequenceTag, int tag) {
        double[] own = group(sequenceTag).map(item -> item.decimals(tag)).orElse(new double[0]);
        return own.length > 0 ? own : root.decimals(tag);
    }
}
