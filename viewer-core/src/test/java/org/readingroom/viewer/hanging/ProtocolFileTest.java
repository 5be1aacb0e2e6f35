package org.readingroom.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.TransferPresets;
import org.readingroom.viewer.viewport.WindowPresets;

// [utest->req~hanging.json~1]
// [utest->req~hanging.protocol~1]
class ProtocolFileTest {
    private static final String ONE = """
            {"format": "readingroom.hanging-protocols", "formatVersion": 1, "colour": "unknown", "protocols": [
              {"id": "a", "name": {"en": "A", "fr": "Un"}, "future": {"deep": [1]},
               "groups": [{"rows": 2, "columns": 3, "later": true, "views": [
                  {"imageSets": [{"words": ["肺"], "soon": 1}], "opening": {"preset": "lung", "x": 2}}]}]}]}
            """;

    @Test
    void everyShippedProtocolIsReadBackEqual() throws IOException {
        List<HangingProtocol> shipped = ShippedProtocols.all();
        assertTrue(shipped.size() >= 14, shipped.size() + " protocols");
        assertEquals(shipped, ProtocolFile.read(ProtocolFile.write(shipped)));
    }

    @Test
    void everyShippedProtocolHasItsNamesAndKnownPresets() {
        for (HangingProtocol protocol : ShippedProtocols.all()) {
            assertFalse(protocol.name().in(Locale.ENGLISH).isEmpty());
            assertFalse(protocol.name().in(Locale.SIMPLIFIED_CHINESE).isEmpty());
            for (PresentationGroup group : protocol.groups()) {
                assertFalse(
                        group.description().en().isEmpty()
                                || group.description().zh().isEmpty(),
                        protocol.id());
                for (HangingView view : group.views()) {
                    String preset = view.opening().preset();
                    boolean isKnown = preset.isEmpty()
                            || preset.equals("mip")
                            || WindowPresets.of("CT").stream().anyMatch(p -> p.id().equals(preset))
                            || TransferPresets.all().stream().anyMatch(p -> p.id().equals(preset));
                    assertTrue(isKnown, preset);
                }
            }
        }
    }

    @Test
    void fieldsOfALaterProgramAreLeftAlone() throws IOException {
        HangingProtocol read = ProtocolFile.read(ONE).getFirst();
        assertEquals("A", read.name().in(Locale.CHINESE), "one language stands for the other");
        assertEquals(new Layout(2, 3), read.groups().getFirst().layout());
        assertEquals(
                "lung", read.groups().getFirst().views().getFirst().opening().preset());
        assertFalse(read.disabled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"format\": \"readingroom.hanging-protocols\"}",
                "{\"format\": \"readingroom.hanging-protocols\", \"formatVersion\": 2, \"protocols\": []}",
                "{\"format\": \"readingroom.hanging-protocols\", \"formatVersion\": 1, \"protocols\": {}}",
                "{\"format\": \"readingroom.hanging-protocols\", \"formatVersion\": 1, \"protocols\": [null]}",
                "{\"format\": \"readingroom.hanging-protocols\", \"formatVersion\": 1, \"protocols\": [3]}",
                "{\"format\": \"readingroom.hanging-protocols\", \"formatVersion\": 1, \"protocols\": []} and more",
                "{\"format\": \"readingroom.hanging-protocols\", \"formatVersion\": 1, \"proto",
            })
    void whatIsNoSuchFileIsRefused(String json) {
        assertThrows(IOException.class, () -> ProtocolFile.read(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"rows\": 2|\"rows\": 7",
                "\"rows\": 2|\"rows\": \"many\"",
                "\"columns\": 3|\"columns\": 0",
                "\"id\": \"a\"|\"id\": \" \"",
                "\"preset\": \"lung\"|\"slabMm\": -4",
                "\"preset\": \"lung\"|\"width\": 0, \"center\": 3",
                "\"preset\": \"lung\"|\"width\": 100",
                "\"preset\": \"lung\"|\"reformat\": \"SIDEWAYS\"",
                "\"preset\": \"lung\"|\"overlay\": {\"imageSet\": {}, \"opacity\": 3}",
                "\"soon\": 1|\"abstractPriorValue\": -1",
                "\"soon\": 1|\"plane\": \"FLAT\"",
            })
    void whatMakesNoSenseIsRefusedWhole(String change) {
        String[] parts = change.split("\\|");
        String damaged = ONE.replace(parts[0], parts[1]);
        assertFalse(damaged.equals(ONE));
        assertThrows(IOException.class, () -> ProtocolFile.read(damaged));
    }

    @Test
    void oneIdStandsForOneProtocol() {
        HangingProtocol one = ShippedProtocols.all().getFirst();
        assertThrows(IOException.class, () -> ProtocolFile.read(ProtocolFile.write(List.of(one, one))));
    }
}
