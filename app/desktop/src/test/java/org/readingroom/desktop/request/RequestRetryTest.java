package org.readingroom.desktop.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.Orders;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

class RequestRetryTest {
    private static final RequestForm FORM =
            new RequestForm("t1", "cough", "", "", "", "", null, List.of(), List.of(), List.of());

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final Order order = Orders.waiting("t1", 1);
    private final StepRunner runner = new StepRunner();
    private final List<String> asked = new ArrayList<>();
    private @Nullable ServerFault fault;
    private RequestModel model = new RequestModel(this::request, runner, () -> NOW);

    private RequestForm request(Order wanted) throws WorkstationException {
        asked.add(wanted.id());
        if (fault != null) {
            throw new RisException(fault, "", "a test", null);
        }
        return FORM;
    }

    private void show() {
        model.show(order);
        runner.runAll();
    }

    private void retry() {
        model.retry();
        runner.runAll();
    }

    // [utest->req~request.form~1]
    @Test
    void whatTheLinkKeptBackIsAskedForOnceItIsBack() {
        for (ServerFault gone : List.of(ServerFault.UNREACHABLE, ServerFault.SILENT, ServerFault.CUT)) {
            model = new RequestModel(this::request, runner, () -> NOW);
            fault = gone;
            show();
            assertInstanceOf(RequestState.Failed.class, model.stateProperty().get());
            asked.clear();
            fault = null;
            retry();
            assertEquals(
                    new RequestState.Shown(order, FORM, NOW),
                    model.stateProperty().get());
            assertEquals(List.of("t1"), asked);
            retry();
            assertEquals(List.of("t1"), asked, "what is shown is not asked for again");
        }
    }

    @Test
    void aRefusalIsNotAskedForAgainAndAgain() {
        for (ServerFault refusal : List.of(ServerFault.FORBIDDEN, ServerFault.REFUSED, ServerFault.BUSY)) {
            fault = refusal;
            show();
            asked.clear();
            retry();
            assertEquals(List.of(), asked);
            assertInstanceOf(RequestState.Failed.class, model.stateProperty().get());
        }
    }

    @Test
    void nothingIsAskedForWhereNoRequestIsLookedAt() {
        retry();
        assertEquals(List.of(), asked);
        assertEquals(new RequestState.None(), model.stateProperty().get());
    }
}
