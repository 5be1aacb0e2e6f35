package org.readingroom.desktop.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.Orders;
import org.readingroom.viewer.testing.StepRunner;

class RequestModelTest {
    private static final Instant EIGHT = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final StepRunner runner = new StepRunner();
    private Instant now = EIGHT;
    private boolean isThere = true;
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

    // [utest->req~request.form~1]
    @Test
    void aChangedOrderIsAskedForWhileWhatWasShownStays() {
        show("1");
        RequestState.Shown before = shown();
        model.follow(order("t1", "2"));
        assertEquals(
                new RequestState.Asking(order("t1", "2"), before),
                model.stateProperty().get());
        model.follow(order("t1", "3"));
        assertEquals(
                new RequestState.Asking(order("t1", "3"), before),
                model.stateProperty().get(),
                "changed once more before the answer");
        runner.runAll();
        assertEquals(List.of("t1/1", "t1/3"), asked);
        assertEquals("reason 2", shown().form().reason());
    }

    // [utest->req~request.form~1]
    @Test
    void aChangedOrderThatIsNotShownIsNotTheOldOne() {
        show("1");
        isThere = false;
        model.follow(order("t1", "2"));
        runner.runAll();
        RequestState.Failed failed = assertInstanceOf(
                RequestState.Failed.class, model.stateProperty().get());
        assertEquals("2", failed.order().version());
        isThere = true;
        model.again();
        assertEquals(
                new RequestState.Asking(order("t1", "2"), null),
                model.stateProperty().get());
    }

    @Test
    void nothingIsAskedForTheSameVersionNorForAnotherOrder() {
        model.follow(order("t1", "1"));
        show("1");
        model.follow(order("t1", "1"));
        model.follow(order("t2", "2"));
        runner.runAll();
        assertEquals(List.of("t1/1"), asked);
        model.show(order("t2", "1"));
        assertEquals(
                new RequestState.Asking(order("t2", "1"), null),
                model.stateProperty().get(),
                "nothing of another order stays");
    }

    private RequestForm answer(Order order) throws RisException {
        asked.add(order.id() + "/" + order.version());
        if (!isThere) {
            throw new RisException(ServerFault.SILENT, "", "a test", null);
        }
        return new RequestForm(
                order.id(), "reason " + asked.size(), "", "", "", "", null, List.of(), List.of(), List.of());
    }

    private RequestState.Shown shown() {
        return (RequestState.Shown) model.stateProperty().get();
    }

    private void show(String version) {
        model.show(order("t1", version));
        runner.runAll();
    }

    private static Order order(String id, String version) {
        return Orders.of(id, version, 1, OrderState.WAITING, null, EIGHT);
    }
}
