package org.readingroom.desktop.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.testing.Orders;
import org.readingroom.viewer.testing.StepRunner;

class RequestModelTest {
    private static final Instant EIGHT = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final StepRunner runner = new StepRunner();
    private Instant now = EIGHT;
    private final RequestModel model = new RequestModel(this::answer, runner, () -> now);

    // [utest->req~request.form~1]
    @Test
    void theSameVersionIsRememberedWithTheTimeItWasAskedFor() {
        show("1");
        now = NINE;
        show("1");
        assertEquals(List.of("t1/1"), asked);
        assertEquals(EIGHT, shown().asked());
    }

    // [utest->req~request.form~1]
    @Test
    void anotherVersionIsAskedForAnew() {
        show("1");
        now = NINE;
        show("2");
        assertEquals(List.of("t1/1", "t1/2"), asked);
        assertEquals("reason 2", shown().form().reason());
        assertEquals(NINE, shown().asked());
    }

    // [utest->req~request.form~1]
    @Test
    void whoWantsItAnewHasItAnew() {
        show("1");
        now = NINE;
        model.again();
        runner.runAll();
        assertEquals(List.of("t1/1", "t1/1"), asked);
        assertEquals(NINE, shown().asked());
    }

    private RequestForm answer(Order order) {
        asked.add(order.id() + "/" + order.version());
        return new RequestForm(
                order.id(), "reason " + asked.size(), "", "", "", "", null, List.of(), List.of(), List.of());
    }

    private RequestState.Shown shown() {
        return (RequestState.Shown) model.stateProperty().get();
    }

    private void show(String version) {
        model.show(Orders.of("t1", version, 1, OrderState.WAITING, null, EIGHT));
        runner.runAll();
    }
}
