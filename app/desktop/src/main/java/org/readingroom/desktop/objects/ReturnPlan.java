package org.readingroom.desktop.objects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.reading.MadeObject;
import org.readingroom.services.reading.ObjectToMake;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.presentation.PresentationStateWriter;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.returned.MarkedStates;
import org.readingroom.viewer.returned.ReportedMark;
import org.readingroom.viewer.segment.NewSegment;
import org.readingroom.viewer.segment.SegmentationWriter;
import org.readingroom.viewer.sr.KeyObjects;
import org.readingroom.viewer.sr.KeyObjectsWriter;
import org.readingroom.viewer.sr.SrCode;

/// Which objects the marks of a study ask for.
///
/// Segmentations first: the report names them. `left` counts marks, key images and regions that go
/// into no object, because their image is gone or because they are words on a reformat.
///
/// **Thread:** any but `fx`.
// [impl->req~returned.save~1]
final class ReturnPlan {
    private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

    private final ReturnSnapshot snapshot;
    private final SourceImages images;
    private final ReturnWords words;
    private final List<MadeObject> made;
    private final StudyObjectsLoader.Opener opener;
    private final List<ObjectToMake> objects = new ArrayList<>();
    private int left;

    private ReturnPlan(
            ReturnSnapshot snapshot,
            SourceImages images,
            ReturnWords words,
            List<MadeObject> made,
            StudyObjectsLoader.Opener opener) {
        this.snapshot = snapshot;
        this.images = images;
        this.words = words;
        this.made = made;
        this.opener = opener;
    }

    /// `images` are those of the snapshot that are here, one of its study at least; `made` is what was made
    /// of the study before, and `opener` opens it.
    static ReturnPlan of(
            ReturnSnapshot snapshot,
            SourceImages images,
            ReturnWords words,
            List<MadeObject> made,
            StudyObjectsLoader.Opener opener) {
        ReturnPlan plan = new ReturnPlan(snapshot, images, words, made, opener);
        List<RegionToReturn> kept = plan.regions();
        plan.report(kept);
        plan.states();
        plan.keyImages();
        return plan;
    }

    List<ObjectToMake> objects() {
        return List.copyOf(objects);
    }

    int left() {
        return left;
    }

    private List<RegionToReturn> regions() {
        List<RegionToReturn> kept = new ArrayList<>();
        List<RegionToReturn> all = new ArrayList<>(snapshot.regions());
        for (ContourGroup group : snapshot.contours()) {
            group.region().ifPresentOrElse(all::add, () -> left += group.marks().size());
        }
        for (RegionToReturn region : all) {
            SourceImages source = source(region);
            if (source.all().isEmpty()) {
                left++;
                continue;
            }
            kept.add(region);
            objects.add(new ObjectToMake(
                    ReportToMake.slot(region),
                    "SEG",
                    7004,
                    words.segmentation(),
                    SEGMENTATION,
                    ReturnContent.of(region),
                    (origin, before, others) -> {
                        NewSegment segment = new NewSegment(
                                region.name(),
                                region.algorithm(),
                                region.rgb(),
                                region.trackingUid(),
                                region.mask().slices());
                        return bytes(SegmentationWriter.write(
                                region.name(), List.of(segment), region.frameOfReference(), origin, source));
                    }));
        }
        return kept;
    }

    /// The images of the set that the region was found in.
    private SourceImages source(RegionToReturn region) {
        Set<SourceImage> found = new LinkedHashSet<>();
        region.source()
                .frames()
                .forEach(frame -> images.find(frame.ref().instance()).ifPresent(found::add));
        return new SourceImages(found);
    }

    private void report(List<RegionToReturn> regions) {
        ReportToMake report = new ReportToMake(snapshot, images, made, opener, regions);
        left += report.left();
        report.object(words.measurements()).ifPresent(objects::add);
    }

    private void states() {
        MarkedStates states = MarkedStates.of(
                words.marks(),
                snapshot.marks(),
                snapshot.seen(),
                images,
                frame -> snapshot.looks().getOrDefault(frame, ImageLook.PLAIN));
        // what has numbers is in the report, wherever it lies
        left += (int) snapshot.marks().stream()
                .filter(mark -> mark.measured().measurements().isEmpty())
                .filter(mark -> MarkedStates.of("", List.of(mark), List.of(), images, frame -> ImageLook.PLAIN)
                                .left()
                        > 0)
                .count();
        int number = 0;
        for (PresentationState state : states.states()) {
            number++;
            boolean isOwn = MarkedStates.imageOf(state, images).study().equals(snapshot.study());
            if (isOwn) {
                state(state, number);
            }
        }
    }

    private void state(PresentationState state, int number) {
        String modality = String.join("+", MarkedStates.modalities(state, images));
        List<ReportedMark> marks = snapshot.marks().stream()
                .filter(mark -> mark.annotation()
                        .placement()
                        .referencedFrame()
                        .filter(state::covers)
                        .isPresent())
                .toList();
        // the first frame stands for its set: the look of one takes no other's place
        String kind = snapshot.seen().isEmpty()
                ? "PR marks "
                : "PR look " + snapshot.seen().getFirst().instance().value() + "/"
                        + snapshot.seen().getFirst().frame() + " ";
        String slot = kind + modality + " " + number;
        objects.add(new ObjectToMake(
                slot,
                "PR",
                7002,
                words.presentation(),
                state.kind() == PresentationState.Kind.COLOR
                        ? PresentationStateWriter.COLOR
                        : PresentationStateWriter.GRAYSCALE,
                snapshot.seen().isEmpty()
                        ? ReturnContent.of(snapshot.study(), marks, Set.of(), List.of())
                        : ReturnContent.ofLook(state),
                (origin, before, others) -> bytes(PresentationStateWriter.write(state, origin, images))));
    }

    private void keyImages() {
        List<InstanceReference> references = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (var key : snapshot.keyImages()) {
            FrameRef frame = key.frame();
            SourceImage image = images.find(frame.instance())
                    .filter(one -> one.frame(frame.frame()).isPresent())
                    .filter(one -> one.study().equals(snapshot.study()))
                    .orElse(null);
            if (image == null) {
                left++;
                continue;
            }
            references.add(image.reference(frame.frame()));
            if (!key.note().isEmpty()) {
                notes.add(key.note());
            }
        }
        if (references.isEmpty()) {
            return;
        }
        KeyObjects selection = new KeyObjects(SrCode.OF_INTEREST, List.of(), String.join("\n", notes), references);
        objects.add(new ObjectToMake(
                "KO",
                "KO",
                7003,
                words.keyImages(),
                KeyObjects.SOP_CLASS,
                ReturnContent.of(selection),
                (origin, before, others) -> bytes(KeyObjectsWriter.write(selection, origin, images))));
    }

    static byte[] bytes(DataSet dataSet) {
        return bytes(
                new DicomFile(dataSet, dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty(), List.of()));
    }

    private static byte[] bytes(DicomFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(out, file.dataSet(), file.transferSyntax(), file.pixelData());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }
}
