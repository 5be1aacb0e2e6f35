package org.readingroom.viewer.origin;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// An image that an object speaks of: its header and its frames.
public record SourceImage(ImageHeader header, List<ImageFrame> frames) {
    public SourceImage {
        frames = List.copyOf(frames);
    }

    /// The image of a header; nothing for what is no image or does not name itself, its series and
    /// its study.
    public static Optional<SourceImage> of(DataSet dataSet) {
        for (int tag :
                new int[] {Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.STUDY_INSTANCE_UID}) {
            if (dataSet.string(tag).filter(uid -> !uid.isBlank()).isEmpty()) {
                return Optional.empty();
            }
        }
        return ImageHeader.of(dataSet).map(header -> new SourceImage(header, FrameDescriber.frames(header)));
    }

    public DataSet dataSet() {
        return header.dataSet();
    }

    public String sopClassUid() {
        return text(Tag.SOP_CLASS_UID);
    }

    public SopInstanceUid instance() {
        return new SopInstanceUid(text(Tag.SOP_INSTANCE_UID));
    }

    public SeriesUid series() {
        return new SeriesUid(text(Tag.SERIES_INSTANCE_UID));
    }

    public StudyUid study() {
        return new StudyUid(text(Tag.STUDY_INSTANCE_UID));
    }

    public String modality() {
        return text(Tag.MODALITY);
    }

    /// `frame` counts from zero.
    public Optional<ImageFrame> frame(int frame) {
        return frame >= 0 && frame < frames.size() ? Optional.of(frames.get(frame)) : Optional.empty();
    }

    /// Multi-frame objects may be referred to by frame, others may not.
    public boolean isMultiFrame() {
        return dataSet().contains(Tag.NUMBER_OF_FRAMES) && header.frames() > 1;
    }

    /// A pointer to one frame; to the instance where it has but one.
    public InstanceReference reference(int frame) {
        return new InstanceReference(sopClassUid(), instance(), isMultiFrame() ? List.of(frame + 1) : List.of());
    }

    private String text(int tag) {
        return dataSet().string(tag).orElse("").strip();
    }
}
