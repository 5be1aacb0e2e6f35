package org.readingroom.desktop.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.Orders;
import org.readingroom.viewer.testing.StepRunner;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class RequestViewTest {
    private static final Instant EIGHT = Instant.parse("2026-01-05T08:00:00Z");

    private final StepRunner runner = new StepRunner();
    private final RequestModel model = new RequestModel(RequestViewTest::answer, runner, () -> EIGHT);

    // [utest->req~request.form~1]
    @Test
    void whatWasKnownIsReadWhileAChangedRequestIsAskedForAndNoLonger() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    RequestView view = new RequestView(model, new Words(Locale.ENGLISH));
                    model.show(order("1"));
                    assertEquals(List.of("Asking for the request…"), labels(view));
                    runner.runAll();
                    assertEquals(List.of("Reason for the examination", "reason 1"), labels(view));
                    model.follow(order("2"));
                    assertEquals(
                            List.of("Reason for the examination", "reason 1", "Asking for the request…"), labels(view));
                    runner.runAll();
                    assertEquals(List.of("Reason for the examination", "reason 2"), labels(view));
                    model.follow(order("3"));
                    runner.runAll();
                    assertEquals(
                            "The request cannot be shown now.", labels(view).getFirst());
                    assertEquals(2, labels(view).size(), "that it cannot be shown, and why");
                    return true;
                })
                .get(60, TimeUnit.SECONDS);
    }

    /// The third version cannot be had.
    private static RequestForm answer(Order order) throws RisException {
        if (order.version().equals("3")) {
            throw new RisException(ServerFault.SILENT, "", "a test", null);
        }
        return new RequestForm(
                order.id(), "reason " + order.version(), "", "", "", "", null, List.of(), List.of(), List.of());
    }

    private static Order order(String version) {
        return Orders.of("t1", version, 1, OrderState.WAITING, null, EIGHT);
    }

    private static List<String> labels(RequestView view) {
        return view.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
