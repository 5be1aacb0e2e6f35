package org.readingroom.viewer.summary;

import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.document.DocumentOutline;
import org.readingroom.viewer.document.EncapsulatedDocument;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;
import org.readingroom.viewer.presentation.PresentationOutline;
import org.readingroom.viewer.presentation.PresentationStateReader;
import org.readingroom.viewer.segment.SegmentMasks;
import org.readingroom.viewer.segment.Segmentation;
import org.readingroom.viewer.segment.SegmentationOutline;
import org.readingroom.viewer.segment.SegmentationReader;
import org.readingroom.viewer.sr.KeyObjects;
import org.readingroom.viewer.sr.KeyObjectsOutline;
import org.readingroom.viewer.sr.StructuredReportOutline;
import org.readingroom.viewer.sr.StructuredReportReader;
import org.readingroom.viewer.structure.StructureSetOutline;
import org.readingroom.viewer.structure.StructureSetReader;
import org.readingroom.viewer.waveform.WaveformOutline;
import org.readingroom.viewer.waveform.WaveformReader;

/// Any object that is not a plain image as readable text.
///
/// **Thread:** any but `fx`: segmentations are decoded for their volumes.
public final class ObjectSummary {
    private ObjectSummary() {}

    /// Nothing for plain images and for objects we have no words for.
    ///
    /// **Errors:** what the reader of the kind refuses.
    public static Optional<OutlineNode> of(DicomFile file) throws WorkstationException {
        DataSet dataSet = file.dataSet();
        if (SegmentationReader.isSegmentation(dataSet)) {
            return Optional.of(segmentation(file));
        }
        Optional<EncapsulatedDocument> document = EncapsulatedDocument.of(dataSet);
        if (document.isPresent()) {
            return Optional.of(DocumentOutline.of(document.get()));
        }
        return KeyObjects.of(dataSet)
                .map(KeyObjectsOutline::of)
                .or(() -> StructuredReportReader.read(dataSet).map(StructuredReportOutline::of))
                .or(() -> StructureSetReader.read(dataSet).map(StructureSetOutline::of))
                .or(() -> PresentationStateReader.read(dataSet).map(PresentationOutline::of))
                .or(() -> WaveformReader.read(dataSet).map(WaveformOutline::of));
    }

    /// What the segments are called is worth showing even where their pixels cannot be read.
    private static OutlineNode segmentation(DicomFile file) throws WorkstationException {
        Segmentation segmentation = SegmentationReader.read(file);
        try {
            Map<Integer, PatientMask> masks = SegmentMasks.of(segmentation, FrameReader.of(file));
            return SegmentationOutline.of(segmentation, masks);
        } catch (WorkstationException e) {
            Phrase why = Phrase.key(e.messageKey(), e.messageArguments().toArray());
            OutlineNode node = SegmentationOutline.of(segmentation, Map.of());
            return new OutlineNode(
                            node.caption(),
                            node.value(),
                            node.facts(),
                            java.util.List.of(OutlineNode.of(why, Phrase.NONE)))
                    .with(node.children());
        }
    }
}
