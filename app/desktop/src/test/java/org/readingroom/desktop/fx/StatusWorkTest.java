package org.readingroom.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A study is sent while another is fetched: there is one line, and one Cancel.
class StatusWorkTest {
    private static final String SEND = "send";
    private static final String FETCH = "fetch";

    private final StatusViewModel status = new StatusViewModel();
    private final List<String> cancelled = new ArrayList<>();

    private void works(String owner, double fraction) {
        status.working(owner, owner + " " + fraction, fraction, () -> cancelled.add(owner));
    }

    private void cancel() {
        Objects.requireNonNull(status.cancelProperty().get()).run();
    }

    @Test
    void whatIsCancelledIsWhatIsShown() {
        works(SEND, 0.1);
        works(FETCH, 0.2);
        works(SEND, 0.3);
        assertEquals("fetch 0.2", status.workProperty().get());
        assertEquals(0.2, status.progressProperty().get());
        cancel();
        assertEquals(List.of(FETCH), cancelled);
    }

    @Test
    void theEndOfOneIsNotTheEndOfTheOther() {
        works(SEND, 0.1);
        works(FETCH, 0.2);
        status.rested(FETCH);
        assertEquals("send 0.1", status.workProperty().get());
        cancel();
        assertEquals(List.of(SEND), cancelled);
        works(FETCH, 0.4);
        status.rested(SEND);
        assertEquals("fetch 0.4", status.workProperty().get());
        status.rested(FETCH);
        assertEquals("", status.workProperty().get());
        assertNull(status.cancelProperty().get());
    }
}
