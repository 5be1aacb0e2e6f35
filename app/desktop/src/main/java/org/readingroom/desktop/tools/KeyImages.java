package org.readingroom.desktop.tools;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.FrameRef;

/// The pictures that the reader marks as key images, with a note to each.
///
/// They are kept, undone and locked with the marks of their study. Only a frame that an archive holds can be marked: a
/// cut
/// through the volume, a volume from outside and pixels computed here are refused in words.
///
/// **Thread:** FX.
// [impl->req~tools.key-image~1]
public final class KeyImages {
    private final MarksModel marks;
    private final ReadingDeskModel desk;
    private final String author;
    private final InstantSource clock;
    private final Consumer<String> teller;

    /// `author` is the name that goes with each; `teller` is given message keys of what was done or refused.
    public KeyImages(
            MarksModel marks, ReadingDeskModel desk, String author, InstantSource clock, Consumer<String> teller) {
        this.marks = marks;
        this.desk = desk;
        this.author = author;
        this.clock = clock;
        this.teller = teller;
    }

    /// Those of the study whose marks are open, in the order of marking.
    public List<KeyImage> all() {
        return marks.document().map(AnnotationDocument::keyImages).orElse(List.of());
    }

    public Optional<KeyImage> find(FrameRef frame) {
        return marks.document().flatMap(d -> d.keyImage(frame));
    }

    /// That of the picture in the active view.
    public Optional<KeyImage> shown() {
        return desk.activeProperty().get().frame().flatMap(frame -> find(frame.ref()));
    }

    /// Calls `listener` after every change.
    public void addListener(Runnable listener) {
        marks.addListener(listener);
    }

    /// Marks the picture in the active view, or takes its mark and note away.
    public void toggle() {
        withFrame(frame -> {
            boolean isMarked = find(frame).isPresent();
            marks.document()
                    .ifPresent(d -> marks.edit(
                            isMarked
                                    ? AnnotationEdit.MarkKeyImages.unmarked(d, frame)
                                    : AnnotationEdit.MarkKeyImages.marked(d, mark(frame, ""))));
            teller.accept(isMarked ? "desk.key-image.unmarked" : "desk.key-image.marked");
        });
    }

    /// Says `note` about the picture `frame`, which becomes a key image where it is none; a note cut short is told.
    public void note(FrameRef frame, String note) {
        String line = note.strip().replaceAll("\\s+", " ");
        String kept = line.length() <= KeyImage.LONGEST_NOTE ? line : line.substring(0, KeyImage.LONGEST_NOTE);
        if (!marks.isEditable()) {
            teller.accept("desk.key-image.locked");
            return;
        }
        KeyImage image = find(frame).map(k -> k.withNote(kept)).orElseGet(() -> mark(frame, kept));
        if (!find(frame).equals(Optional.of(image))) {
            marks.document().ifPresent(d -> marks.edit(AnnotationEdit.MarkKeyImages.marked(d, image)));
        }
        teller.accept(kept.equals(line) ? "desk.key-image.marked" : "desk.key-image.note-cut");
    }

    /// The frame in the active view for which a note can be given; what stands against it is told.
    public void withFrame(Consumer<FrameRef> act) {
        ViewportModel view = desk.activeProperty().get();
        Optional<DisplaySet> set = view.displaySet();
        Optional<ImageFrame> frame = view.frame();
        if (set.isEmpty()) {
            teller.accept("desk.key-image.none");
        } else if (frame.isEmpty() || !view.isFlat()) {
            teller.accept("desk.key-image.cut");
        } else if (set.get().rule().equals(DisplaySet.DERIVED)) {
            teller.accept("desk.key-image.computed");
        } else if (marks.document()
                .filter(d -> d.study().equals(set.get().study()))
                .isEmpty()) {
            teller.accept("desk.key-image.other-study");
        } else if (!marks.isEditable()) {
            teller.accept("desk.key-image.locked");
        } else {
            act.accept(frame.get().ref());
        }
    }

    private KeyImage mark(FrameRef frame, String note) {
        return new KeyImage(frame, note, author, clock.instant());
    }
}
