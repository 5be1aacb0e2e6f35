package org.readingroom.desktop.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.plugin.ApiVersion;
import org.readingroom.plugin.Capability;
import org.readingroom.plugin.Contributions;
import org.readingroom.plugin.Parameter;
import org.readingroom.plugin.ParameterValues;
import org.readingroom.plugin.PixelOperation;
import org.readingroom.plugin.Plugin;
import org.readingroom.plugin.Slice;

class PluginHostTest {
    private final List<String> off = new ArrayList<>();
    private final PluginHost host = new PluginHost((id, why) -> off.add(id));

    private record Doubling(boolean fails) implements PixelOperation {
        @Override
        public String id() {
            return "doubling";
        }

        @Override
        public String nameKey() {
            return "plugin.test.doubling";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Slice apply(Slice slice, ParameterValues values) {
            if (fails) {
                throw new IllegalStateException("broken");
            }
            float[] doubled = slice.values().clone();
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] *= 2;
            }
            return slice.withValues(doubled);
        }
    }

    private record TestPlugin(String id, ApiVersion builtFor, boolean contributes, boolean fails) implements Plugin {
        @Override
        public Set<Capability> requires() {
            return Set.of(Capability.PIXEL_OPERATIONS);
        }

        @Override
        public void contribute(Contributions contributions) {
            if (!contributes) {
                throw new IllegalStateException("broken");
            }
            contributions.pixelOperation(new Doubling(fails));
        }
    }

    // [utest->req~shell.plugins~1]
    @Test
    void pluginThatThrowsIsSwitchedOffAndTheOthersGoOn() {
        host.admit(new TestPlugin("bad", ApiVersion.CURRENT, false, false));
        host.admit(new TestPlugin("good", ApiVersion.CURRENT, true, false));
        assertEquals(List.of("bad"), off);
        assertEquals("good", host.operations().getFirst().pluginId());
    }

    // [utest->req~shell.plugins~1]
    @Test
    void operationThatThrowsTakesItsPluginAwayOnce() {
        host.admit(new TestPlugin("late", ApiVersion.CURRENT, true, true));
        PluginHost.Offered offered = host.operations().getFirst();
        Slice slice = new Slice(1, 2, new float[] {1, 2}, 0, 0);
        assertTrue(host.apply(offered, slice, ParameterValues.INITIAL).isEmpty());
        assertTrue(host.apply(offered, slice, ParameterValues.INITIAL).isEmpty());
        assertEquals(List.of("late"), off);
        assertTrue(host.operations().isEmpty());
    }

    @Test
    void pluginBuiltForAnotherContractStaysOff() {
        host.admit(new TestPlugin("old", new ApiVersion(0, 9), true, false));
        assertTrue(host.operations().isEmpty());
        assertTrue(off.isEmpty());
    }

    @Test
    void shippedPluginIsFoundWithItsThreeFilters() {
        host.load();
        assertEquals(
                Set.of("gaussian", "median", "unsharp"),
                Set.copyOf(
                        host.operations().stream().map(o -> o.operation().id()).toList()));
    }
}
