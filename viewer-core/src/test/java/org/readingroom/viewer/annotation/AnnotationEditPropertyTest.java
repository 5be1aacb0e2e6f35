package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.edit.EditHistory;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// Random edits of real documents: undo and redo always lead through the very same documents.
class AnnotationEditPropertyTest {
    // [utest->req~annotation.edit~1]
    // [utest->req~annotation.history~1]
    @Test
    void undoAndRedoWalkThroughTheSameDocumentsWhateverWasDone() {
        long seed = Long.getLong("readingroom.seed", 20261130);
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            walk(random, "seed " + seed + ", round " + round);
        }
    }

    private static void walk(Random random, String replay) {
        EditHistory<AnnotationDocument> history = new EditHistory<>(AnnotationDocument.empty(new StudyUid("2.25.1")));
        // the truth: whole documents, as an undo that copies everything would keep them
        Deque<AnnotationDocument> before = new ArrayDeque<>();
        Deque<AnnotationDocument> after = new ArrayDeque<>();
        AnnotationDocument now = history.document();
        for (int step = 0; step < 60; step++) {
            int choice = random.nextInt(10);
            if (choice < 5) {
                before.push(now);
                after.clear();
                now = gesture(random, history);
            } else if (choice < 8) {
                if (!before.isEmpty()) {
                    after.push(now);
                    now = before.pop();
                }
                history.undo();
            } else {
                if (!after.isEmpty()) {
                    before.push(now);
                    now = after.pop();
                }
                history.redo();
            }
            assertThat(history.document()).as(replay).isEqualTo(now);
            assertThat(history.canUndo()).as(replay).isEqualTo(!before.isEmpty());
            assertThat(history.canRedo()).as(replay).isEqualTo(!after.isEmpty());
        }
    }

    /// One step of undo: a single edit, a group of several, or a drag of many provisional ones.
    private static AnnotationDocument gesture(Random random, EditHistory<AnnotationDocument> history) {
        switch (random.nextInt(3)) {
            case 0 -> history.apply(edit(random, history.settledDocument()));
            case 1 -> {
                history.beginGroup();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    history.apply(edit(random, history.settledDocument()));
                }
                history.endGroup();
            }
            default -> {
                for (int i = 0; i <= random.nextInt(5); i++) {
                    history.provisional(edit(random, history.settledDocument()));
                }
                history.commitProvisional();
            }
        }
        return history.document();
    }

    private static AnnotationEdit edit(Random random, AnnotationDocument document) {
        List<Annotation> marks = document.annotations();
        if (random.nextInt(5) == 0) {
            FrameRef frame = new FrameRef(new SopInstanceUid("2.25.7"), random.nextInt(4));
            return document.keyImage(frame).isPresent() && random.nextBoolean()
                    ? AnnotationEdit.MarkKeyImages.unmarked(document, frame)
                    : AnnotationEdit.MarkKeyImages.marked(
                            document, new KeyImage(frame, "note " + random.nextInt(9), "me", Instant.EPOCH));
        }
        int choice = random.nextInt(6);
        if (marks.isEmpty() || choice < 2) {
            return new AnnotationEdit.Add(mark(random));
        }
        Annotation one = marks.get(random.nextInt(marks.size()));
        return switch (choice) {
            case 2 -> AnnotationEdit.Delete.of(document, one.id());
            case 3 ->
                AnnotationEdit.Replace.moved(
                        one,
                        random.nextBoolean()
                                ? AnnotationMoves.whole(one, point(random))
                                : AnnotationMoves.handle(
                                        one, random.nextInt(one.handles().size()), point(random), 1));
            case 4 -> {
                LabelOffset before = document.labelOffset(one.id());
                yield new AnnotationEdit.MoveLabel(
                        one.id(),
                        before,
                        random.nextBoolean()
                                ? LabelOffset.NONE
                                : before.plus(random.nextInt(40) - 20, random.nextInt(40)));
            }
            default -> AnnotationEdit.Replace.relabelled(one, "label " + random.nextInt(100));
        };
    }

    static Annotation mark(Random random) {
        Placement placement = random.nextBoolean() ? Marks.in(Marks.axial(1, 1)) : Marks.on();
        AnnotationId id = new AnnotationId(Long.toHexString(random.nextLong()));
        Vec3 a = point(random);
        Vec3 b = point(random);
        return switch (random.nextInt(5)) {
            case 0 -> new Annotation.Length(id, placement, a, b, "");
            case 1 -> new Annotation.Angle(id, placement, a, b, point(random), "角度");
            case 2 -> new Annotation.Ellipse(id, placement, a, b, b.cross(new Vec3(0, 0, 1)), "");
            case 3 -> new Annotation.Calibration(id, Marks.on(), a, b, 1 + random.nextDouble(), scope(random), "");
            default -> figure(random, id, placement);
        };
    }

    private static Annotation.Calibration.Scope scope(Random random) {
        return random.nextBoolean() ? Annotation.Calibration.Scope.FRAME : Annotation.Calibration.Scope.SERIES;
    }

    /// Of any kind, with any number of points that it may have.
    private static Annotation figure(Random random, AnnotationId id, Placement placement) {
        FigureKind kind = FigureKind.values()[random.nextInt(FigureKind.values().length)];
        int more = Math.min(kind.maxPoints() - kind.minPoints(), random.nextInt(30));
        List<Vec3> points = Stream.generate(() -> point(random))
                .limit(kind.minPoints() + more)
                .toList();
        return new Annotation.Figure(id, placement, kind, points, "图形");
    }

    private static Vec3 point(Random random) {
        return new Vec3(random.nextGaussian() * 100, random.nextGaussian() * 100, random.nextGaussian());
    }
}
