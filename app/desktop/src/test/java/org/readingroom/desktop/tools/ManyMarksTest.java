package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.annotation.Annotation;

/// The work for two thousand marks, counted and not timed: it grows with what is on the picture, and not with the
/// frames of the study nor with the square of the marks.
// [utest->req~tools.many-marks~1]
class ManyMarksTest {
    private final CrowdedStudy study = new CrowdedStudy();
    private final Messages words = Messages.of(Locale.ENGLISH);

    @Test
    void theCrowdedSliceShowsItsMarksAndNoOther() {
        assertEquals(CrowdedStudy.ON_SLICE, scene(CrowdedStudy.CROWDED).items().size());
        assertEquals(
                study.stored.annotations().stream()
                        .filter(mark ->
                                mark.placement().referencedFrame().orElseThrow().equals(ref(7)))
                        .toList(),
                scene(7).items().stream().map(item -> item.shape().annotation()).toList());
    }

    /// The frames of the set are walked through a few times for a picture, not once for every mark.
    @Test
    void theFramesOfTheSetAreNotSearchedForEveryMark() {
        AtomicLong asked = new AtomicLong();
        ViewContext view = study.view(CrowdedStudy.CROWDED);
        ViewContext counted = (ViewContext) Proxy.newProxyInstance(
                ViewContext.class.getClassLoader(), new Class<?>[] {ViewContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("displaySet")) {
                        asked.incrementAndGet();
                    }
                    return method.invoke(view, arguments);
                });
        MarkSpace space = new MarkSpace(counted);
        long shown = study.stored.annotations().stream().filter(space::shows).count();
        assertEquals(CrowdedStudy.ON_SLICE, shown);
        // derived? and of which series? are asked of each mark; the frames two times
        assertTrue(asked.get() <= 2L * CrowdedStudy.MARKS + 2, asked + " questions");
    }

    @Test
    void placingLabelsComparesNeighboursOnly() {
        MarkScene scene = scene(CrowdedStudy.CROWDED);
        List<MarkShape> shapes = scene.shapes();
        List<MarkShape> half = new ArrayList<>();
        // half of the marks on half of the picture: as crowded as the whole
        for (MarkShape shape : shapes) {
            if (shape.handles().getFirst().x() < StackView.SIZE / 2) {
                half.add(shape);
            }
        }
        long all = comparisons(shapes, StackView.SIZE) / shapes.size();
        long part = comparisons(half, StackView.SIZE / 2) / half.size();
        assertTrue(all < 2 * part, "each of all " + all + ", each of half " + part);
        assertTrue(all < 4000, all + " comparisons a label");
    }

    /// One mark of a drag is measured again; the numbers of the others are kept.
    @Test
    void aDragMeasuresTheMarkInHandOnly() {
        scene(CrowdedStudy.CROWDED);
        Annotation other = study.marks.annotations().get(10);
        Annotation first = study.marks.annotations().getFirst();
        Object before = study.marks.measured(other);
        MarkGestures gestures = new MarkGestures(study.marks, new EdgeSnap());
        MarkScene scene = scene(CrowdedStudy.CROWDED);
        ScreenPoint handle = scene.items().getFirst().shape().handles().getFirst();
        MarkSpace space = new MarkSpace(study.view(CrowdedStudy.CROWDED));
        gestures.press(handle, space, scene, false);
        gestures.follow(handle.plus(30, 5), space, false);
        assertTrue(!first.equals(study.marks.annotations().getFirst()), "the mark follows the hand");
        assertTrue(before == study.marks.measured(other), "the very numbers of before");
    }

    private static long comparisons(List<MarkShape> shapes, double width) {
        LabelField field = new LabelField(width, StackView.SIZE, shapes);
        for (MarkShape shape : shapes) {
            LabelLayout.place(shape, 96, 36, field).ifPresent(field::take);
        }
        return field.comparisons();
    }

    private org.readingroom.viewer.model.FrameRef ref(int slice) {
        return study.view(slice).frame().orElseThrow().ref();
    }

    private MarkScene scene(int slice) {
        return MarkScene.of(study.marks, new MarkSpace(study.view(slice)), words, FakeDesk.TEXT);
    }
}
