package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.suggest.SuggestionRules;

// [utest->req~report.suggest.rule-file~1]
class SuggestionFilesTest {
    private static final String HEAD =
            "{\"format\":\"readingroom.suggestion-rules\",\"formatVersion\":1,\"version\":\"ours-1\"";

    @TempDir
    Path folder;

    private SuggestionFiles with(String text) throws Exception {
        Files.writeString(folder.resolve("suggest.json"), text);
        return SuggestionFiles.in(folder);
    }

    @Test
    void theHospitalsOwnFileHoldsAndABrokenOneIsKnownAsSuch() throws Exception {
        assertEquals(
                SuggestionRules.shipped().version(),
                SuggestionFiles.in(folder).rules().version());
        assertFalse(SuggestionFiles.in(folder).isBroken());
        SuggestionFiles own = with(HEAD + ",\"physicians\":{\"count\":3}}");
        assertEquals("ours-1", own.rules().version());
        assertEquals(3, own.rules().physicians());
        assertEquals(5, own.rules().physiciansYears(), "what is left out is the stricter choice");
        assertFalse(own.isBroken());
        for (String broken : List.of("", "[", "null", "{}", HEAD + ",\"kinds\":{\"RULES\":{\"roles\":[\"KING\"]}}}")) {
            assertTrue(with(broken).isBroken(), broken);
        }
    }
}
