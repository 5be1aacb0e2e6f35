package org.readingroom.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~hanging.linked~1]
class LinkedGroupTest {
    @ParameterizedTest
    @CsvSource({
        "radiograph-chest, Current and prior, true",
        "ct-head, Brain and bone, true",
        "pet-ct, 'CT, PET, both, whole', true",
        "ct-chest, One series, false",
        "mammography, Four views, false",
        "ct-chest, Three planes, false"
    })
    void whatIsComparedMovesTogether(String id, String stage, boolean isLinked) {
        assertEquals(isLinked, group(id, stage).isLinked());
    }

    /// A number that one view alone has links it with nothing.
    @Test
    void oneViewAloneIsLinkedWithNothing() {
        HangingView linked = group("ct-head", "Brain and bone").views().getFirst();
        HangingView plain = new HangingView(List.of(), false, ViewOpening.PLAIN);
        assertEquals(
                false, new PresentationGroup(LocalName.NONE, 1, 2, List.of(linked, plain), false, false).isLinked());
    }

    private static PresentationGroup group(String id, String stage) {
        return ShippedProtocols.all().stream()
                .filter(protocol -> protocol.id().equals("readingroom." + id))
                .flatMap(protocol -> protocol.groups().stream())
                .filter(group -> group.description().en().equals(stage))
                .findFirst()
                .orElseThrow();
    }
}
