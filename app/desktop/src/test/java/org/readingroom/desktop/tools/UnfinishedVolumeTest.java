package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.volume.GrowingVolume;
import org.readingroom.viewer.volume.Volume;

/// Nothing is marked on a cut some of whose slices have not arrived.
// [utest->req~desk.growing-volume~1]
class UnfinishedVolumeTest {
    @Test
    void aMarkHasNoPlaceOnAnUnfinishedCutAndHasOneOnceItIsWhole() throws Exception {
        FakeDesk desk = FakeDesk.placed();
        GrowingVolume growing = GrowingVolume.of(desk.set);
        growing.arrived(0, FakeDesk.slice(0));
        Volume unfinished = growing.snapshot().orElseThrow().volume();
        assertFalse(unfinished.isComplete());
        assertEquals(Optional.empty(), cut(desk, unfinished).space().placement());
        for (int i = 1; i < desk.set.frames().size(); i++) {
            growing.arrived(i, FakeDesk.slice(i));
        }
        assertTrue(cut(desk, growing.snapshot().orElseThrow().volume())
                .space()
                .placement()
                .isPresent());
    }

    private static FakeView cut(FakeDesk desk, Volume volume) {
        PlaneStack planes = PlaneStack.of(volume, PlaneKind.CORONAL);
        return new FakeView(desk, PlaneKind.CORONAL, null, volume, planes.plane(3), ViewPresentation.FIT, Slab.THIN);
    }
}
