package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.document.EncapsulatedDocument;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.presentation.PresentationStateReader;
import org.readingroom.viewer.returned.ArchivedMark;
import org.readingroom.viewer.returned.ArchivedMarks;
import org.readingroom.viewer.segment.Segment;
import org.readingroom.viewer.segment.SegmentMasks;
import org.readingroom.viewer.segment.Segmentation;
import org.readingroom.viewer.segment.SegmentationReader;
import org.readingroom.viewer.sr.KeyObjects;
import org.readingroom.viewer.sr.StructuredReport;
import org.readingroom.viewer.sr.StructuredReportReader;
import org.readingroom.viewer.structure.Contour;
import org.readingroom.viewer.structure.Roi;
import org.readingroom.viewer.structure.RoiMask;
import org.readingroom.viewer.structure.StructureSet;
import org.readingroom.viewer.structure.StructureSetReader;
import org.readingroom.viewer.waveform.WaveformReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the objects of a study that are not pictures.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt stops it between files.
public final class StudyObjectsLoader {
    private static final Logger LOG = LoggerFactory.getLogger(StudyObjectsLoader.class);

    /// Opens the file of an instance; blocks.
    @FunctionalInterface
    public interface Opener {
        DicomFile open(SopInstanceUid instance) throws WorkstationException;
    }

    private static final int PREDECESSOR_DOCUMENTS_SEQUENCE = 0x0040A360;
    private static final int REFERENCED_SOP_SEQUENCE = 0x00081199;

    private final Opener opener;
    private final OwnObjects own;
    private final List<StudyDocument> documents = new ArrayList<>();
    private final List<KeyObjects> keyObjects = new ArrayList<>();
    private final List<PresentationState> states = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<ArchivedMark> archived = new ArrayList<>();
    private final Set<SopInstanceUid> replaced = new HashSet<>();

    private StudyObjectsLoader(Opener opener, OwnObjects own) {
        this.opener = opener;
        this.own = own;
    }

    /// The objects among `instances`. One that cannot be read is left out and counted.
    public static StudyObjects load(List<SopInstanceUid> instances, Opener opener) {
        return load(instances, opener, OwnObjects.NONE);
    }

    /// The same, where `own` were made here: what the desk shows already is not shown a second time.
    // [impl->req~returned.read-back~1]
    public static StudyObjects load(List<SopInstanceUid> instances, Opener opener, OwnObjects own) {
        StudyObjectsLoader loader = new StudyObjectsLoader(opener, own);
        int unread = 0;
        for (SopInstanceUid instance : instances) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            try {
                loader.read(instance);
            } catch (CancellationException givenUp) {
                throw givenUp;
            } catch (WorkstationException e) {
                unread++;
                LOG.warn("an object is left out: {}", e.getMessage());
            } catch (RuntimeException e) {
                // a fault of ours in one object takes the others of the study from nobody
                unread++;
                LOG.warn("an object is left out: {}", e.getClass().getSimpleName());
            }
        }
        return new StudyObjects(
                loader.documents,
                loader.keyObjects,
                loader.states,
                loader.regions,
                loader.archived.stream()
                        .filter(mark -> !loader.replaced.contains(mark.document()))
                        .toList(),
                unread);
    }

    private void read(SopInstanceUid instance) throws WorkstationException {
        DicomFile file = opener.open(instance);
        DataSet data = file.dataSet();
        if (SegmentationReader.isSegmentation(data)) {
            segmentation(instance, file);
            return;
        }
        Optional<EncapsulatedDocument> document = EncapsulatedDocument.of(data);
        if (document.isPresent()) {
            add(instance, StudyDocument.Kind.DOCUMENT, document.get().name(), data);
            return;
        }
        Optional<StructuredReport> report = StructuredReportReader.read(data);
        if (report.isPresent()) {
            Optional<KeyObjects> keys = KeyObjects.of(data);
            keys.filter(found -> !own.isMade(instance)).ifPresent(keyObjects::add);
            measured(instance, report.get(), data);
            add(
                    instance,
                    keys.isPresent() ? StudyDocument.Kind.KEY_OBJECTS : StudyDocument.Kind.REPORT,
                    report.get().title(),
                    data);
            return;
        }
        Optional<StructureSet> structures = StructureSetReader.read(data);
        if (structures.isPresent()) {
            structures(instance, structures.get(), data);
            return;
        }
        Optional<PresentationState> state = PresentationStateReader.read(data);
        if (state.isPresent()) {
            if (!own.isReplaced(instance)) {
                states.add(own.isMade(instance) ? state.get().withoutAnnotations() : state.get());
            }
            add(instance, StudyDocument.Kind.PRESENTATION, state.get().name(), data);
            return;
        }
        if (WaveformReader.read(data).isPresent()) {
            String title = data.string(Tag.SERIES_DESCRIPTION)
                    .or(() -> data.string(Tag.STUDY_DESCRIPTION))
                    .orElse("");
            add(instance, StudyDocument.Kind.WAVEFORM, title, data);
        }
    }

    /// What a report measured, unless it is of marks that are on the desk or another report took its
    /// place.
    private void measured(SopInstanceUid instance, StructuredReport report, DataSet data) {
        if (!own.isMade(instance)) {
            archived.addAll(ArchivedMarks.of(report, instance));
        }
        for (DataSet study : data.items(PREDECESSOR_DOCUMENTS_SEQUENCE)) {
            SeriesReference.series(study, "", REFERENCED_SOP_SEQUENCE).stream()
                    .flatMap(series -> series.instances().stream())
                    .forEach(before -> replaced.add(before.instance()));
        }
    }

    private void segmentation(SopInstanceUid instance, DicomFile file) throws WorkstationException {
        Segmentation segmentation = SegmentationReader.read(file);
        String label = segmentation.label().isEmpty() ? segmentation.description() : segmentation.label();
        add(instance, StudyDocument.Kind.SEGMENTATION, label, file.dataSet());
        Map<Integer, PatientMask> masks = SegmentMasks.of(segmentation, FrameReader.of(file));
        if (own.isReplaced(instance)) {
            return;
        }
        for (Segment segment : segmentation.segments()) {
            PatientMask mask = masks.get(segment.number());
            if (mask != null) {
                regions.add(new Region(
                        label,
                        segment.name(),
                        segment.rgb(),
                        Optional.of(mask),
                        List.of(),
                        segmentation.frameOfReference(),
                        segmentation.volumeMl(mask)));
            }
        }
    }

    private void structures(SopInstanceUid instance, StructureSet set, DataSet data) {
        String label = set.label().isEmpty() ? set.name() : set.label();
        add(instance, StudyDocument.Kind.STRUCTURES, label, data);
        for (Roi roi : set.rois()) {
            Optional<RoiMask> mask = RoiMask.of(roi);
            List<Contour> lines = roi.contours().stream()
                    .filter(contour -> !contour.kind().isClosed())
                    .toList();
            if (mask.isPresent() || !lines.isEmpty()) {
                regions.add(new Region(
                        label,
                        roi.label(),
                        roi.rgb(),
                        mask.map(RoiMask::mask),
                        lines,
                        roi.frameOfReference(),
                        mask.flatMap(RoiMask::volumeMl)));
            }
        }
    }

    private void add(SopInstanceUid instance, StudyDocument.Kind kind, String title, DataSet data) {
        String date = data.string(Tag.CONTENT_DATE)
                .filter(text -> !text.isBlank())
                .or(() -> data.string(Tag.STUDY_DATE))
                .orElse("");
        documents.add(new StudyDocument(instance, kind, title, date));
    }
}
