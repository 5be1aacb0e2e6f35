package org.readingroom.desktop.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.services.sync.OutboxEntry.State;

// [utest->req~hospital.outbox-story~1]
class OutWordsTest {
    @Test
    void onlyWhatAServerHasIsGreen() {
        assertEquals(
                List.of(State.SENT),
                Arrays.stream(State.values())
                        .filter(state -> OutWords.tone(state).equals("done"))
                        .toList());
        assertEquals(
                List.of(State.WAITING, State.DEAD, State.CONFLICT),
                Arrays.stream(State.values())
                        .filter(state -> OutWords.tone(state).equals("attention"))
                        .toList());
    }
}
