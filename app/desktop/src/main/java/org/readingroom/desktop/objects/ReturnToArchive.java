package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.desktop.tools.MarksToReturn;
import org.readingroom.services.reading.MadeObject;
import org.readingroom.services.reading.ObjectService;
import org.readingroom.services.reading.ObjectToMake;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.returned.ReportedMark;
import org.readingroom.viewer.segment.SegmentationReader;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes objects of the archive of what the reader marked.
///
/// It does so when it is asked, and when a report is signed that rests on the marks: marks that are
/// put away are safe where they are, and half-done ones are nobody else's business.
///
/// **Thread:** FX.
// [impl->req~returned.save~1]
public final class ReturnToArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnToArchive.class);

    /// What came of it: how many objects are new, and how many marks go into none.
    public record Outcome(int made, int left) {
        Outcome plus(Outcome other) {
            return new Outcome(made + other.made, left + other.left);
        }
    }

    private final ReadingDeskModel desk;
    private final MarksModel marks;
    private final ObjectsModel objects;
    private final SeenParts parts;
    private final ObjectService service;
    private final StudyStore store;
    private final TaskRunner tasks;
    private final Words words;

    public ReturnToArchive(
            ReadingDeskModel desk,
            MarksModel marks,
            ObjectsModel objects,
            SeenParts parts,
            ObjectService service,
            StudyStore store,
            TaskRunner tasks,
            Words words) {
        this.desk = desk;
        this.marks = marks;
        this.objects = objects;
        this.parts = parts;
        this.service = service;
        this.store = store;
        this.tasks = tasks;
        this.words = words;
    }

    /// Everything marked of every study on the desk.
    public void save(Consumer<Outcome> told, Consumer<Exception> failed) {
        save(desk.studies().all().stream().map(one -> one.study().uid()).toList(), told, failed);
    }

    public void save(List<StudyUid> studies, Consumer<Outcome> told, Consumer<Exception> failed) {
        Map<FrameRef, ImageLook> looks = ViewLooks.of(desk);
        List<ReturnSnapshot> snapshots = new ArrayList<>();
        for (StudyUid study : studies) {
            List<ReportedMark> own = MarksToReturn.of(
                            marks, study, words.messagesProperty().get())
                    .orElse(null);
            if (own == null) {
                // marks that could not be read are not marks that were taken away
                continue;
            }
            snapshots.add(new ReturnSnapshot(
                    study,
                    own,
                    marks.document(study).map(AnnotationDocument::keyImages).orElse(List.of()),
                    objects.toReturn(study),
                    ContourGroup.of(own, desk),
                    looks,
                    List.of(),
                    objects.takenBack()));
        }
        start(snapshots, told, failed);
    }

    /// How the stack in the active view looks, with the marks on it; false where there is no frame of
    /// a file.
    // [impl->req~returned.look~1]
    public boolean saveLook(Consumer<Outcome> told, Consumer<Exception> failed) {
        Map<FrameRef, ImageLook> looks = ViewLooks.ofView(desk.activeProperty().get(), parts);
        if (looks.isEmpty()) {
            return false;
        }
        StudyUid study = desk.activeProperty().get().displaySet().orElseThrow().study();
        List<FrameRef> frames = desk.activeProperty().get().displaySet().orElseThrow().frames().stream()
                .map(frame -> frame.ref())
                .toList();
        List<ReportedMark> seen =
                MarksToReturn.of(marks, study, words.messagesProperty().get()).orElse(List.of()).stream()
                        .filter(mark -> mark.annotation()
                                .placement()
                                .referencedFrame()
                                .filter(looks::containsKey)
                                .isPresent())
                        .toList();
        start(List.of(new ReturnSnapshot(study, seen, List.of(), List.of(), List.of(), looks, frames)), told, failed);
        return true;
    }

    private void start(List<ReturnSnapshot> snapshots, Consumer<Outcome> told, Consumer<Exception> failed) {
        ReturnWords series = ReturnWords.of(words.messagesProperty().get());
        String language = words.locale().toLanguageTag();
        tasks.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> {
                    Outcome all = new Outcome(0, 0);
                    for (ReturnSnapshot snapshot : snapshots) {
                        all = all.plus(make(snapshot, series, language));
                    }
                    return all;
                },
                told,
                failed);
    }

    private Outcome make(ReturnSnapshot asked, ReturnWords series, String language) throws WorkstationException {
        List<MadeObject> made = service.madeOf(asked.study());
        if (asked.isEmpty() && made.isEmpty()) {
            return new Outcome(0, 0);
        }
        SourceImages images = images(asked);
        ReturnSnapshot whole = asked.withMarks(asked.marks().stream()
                .map(mark -> MarkValues.with(mark, images, store::open))
                .toList());
        ReturnPlan plan = ReturnPlan.of(whole, images, series, made, store::open);
        List<ObjectToMake> wanted = asked.seen().isEmpty()
                ? plan.objects()
                : plan.objects().stream()
                        .filter(object -> object.modality().equals("PR"))
                        .toList();
        return new Outcome(service.make(asked.study(), wanted, language), plan.left());
    }

    /// The headers of all images that are spoken of; those that are gone are missing.
    private SourceImages images(ReturnSnapshot asked) throws WorkstationException {
        Set<SopInstanceUid> instances = asked.instances();
        // a report of no mark speaks of the study all the same
        for (Series series : instances.isEmpty() ? store.series(asked.study()) : List.<Series>of()) {
            store.instances(series.uid()).stream()
                    .filter(one -> one.frames() > 0 && !SegmentationReader.isSegmentation(one.sopClassUid()))
                    .findFirst()
                    .ifPresent(one -> instances.add(one.uid()));
        }
        List<SourceImage> found = new ArrayList<>();
        for (SopInstanceUid instance : instances) {
            try {
                SourceImage.of(store.header(instance).dataSet()).ifPresent(found::add);
            } catch (WorkstationException e) {
                LOG.warn("an image with marks cannot be read: {}", e.getMessage());
            }
        }
        return new SourceImages(found);
    }
}
