package org.readingroom.desktop.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.plugin.Parameter;
import org.readingroom.plugin.ParameterValues;
import org.readingroom.plugin.PixelOperation;
import org.readingroom.plugin.Slice;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.volume.GreySlice;

/// A computed picture comes to the desk of the study it was computed from, or to none.
// [utest->req~shell.plugins~1]
class PluginActionsTest {
    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(3, p -> 7);
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final PluginHost host = new PluginHost((id, why) -> {});
    private final PluginActions actions = new PluginActions(
            host, desk, () -> Optional.of(onScreen()), tasks, new StatusViewModel(), new Words(Locale.ENGLISH));

    private final PluginHost.Offered same = new PluginHost.Offered("test", new PixelOperation() {
        @Override
        public String id() {
            return "same";
        }

        @Override
        public String nameKey() {
            return "desktop.plugin.menu";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Slice apply(Slice slice, ParameterValues values) {
            return slice;
        }
    });

    /// The first frame of the set, as a view would show it.
    private ViewContext onScreen() {
        int side = TestFrames.SIDE;
        GreySlice slice = GreySlice.of(side, side, new short[side * side], 1, 0);
        return (ViewContext) Proxy.newProxyInstance(
                ViewContext.class.getClassLoader(),
                new Class<?>[] {ViewContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "displaySet" -> frames.set();
                    case "frame" -> Optional.of(frames.set().frames().getFirst());
                    case "slice" -> Optional.of(slice);
                    case "subtraction" -> Optional.empty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void theResultJoinsTheStudyOnTheDesk() {
        desk.open(List.of(frames.set()), frames);
        tasks.runAll();
        actions.apply(same);
        tasks.runAll();
        assertEquals(2, desk.sets().size());
        assertTrue(desk.activeSet().orElseThrow().isDerived());
    }

    @Test
    void aResultThatComesWhenAnotherStudyIsOpenIsDropped() {
        desk.open(List.of(frames.set()), frames);
        tasks.runAll();
        actions.apply(same);
        TestFrames other = new TestFrames(5, p -> 9);
        DisplaySet next = other.set();
        desk.open(List.of(next), other);
        tasks.runAll();
        assertEquals(1, desk.sets().size(), "a picture of one patient on the desk of another");
        assertEquals(next, desk.activeSet().orElseThrow());
    }

    @Test
    void aResultThatComesToAnEmptyDeskIsDropped() {
        desk.open(List.of(frames.set()), frames);
        tasks.runAll();
        actions.apply(same);
        desk.close();
        tasks.runAll();
        assertTrue(desk.sets().isEmpty());
    }
}
