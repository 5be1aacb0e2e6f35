package org.readingroom.desktop.boot;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.readingroom.desktop.tour.Backstage;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs in to the home given as argument and opens each case of its list once by Enter, printing what passed from the
/// key to its first picture on the screen, in milliseconds of the clock and of all cores together. Cases that wait are
/// opened when their studies have come ahead; those of another reader come when they are opened. For the benchmark.
///
/// Further arguments: login name and password.
public final class OrderProbe {
    private static final Logger LOG = LoggerFactory.getLogger(OrderProbe.class);

    private OrderProbe() {}

    public static void main(String[] arguments) {
        javafx.application.Platform.startup(() -> {});
        try (ProbedWindow window = new ProbedWindow(Path.of(arguments[0]))) {
            play(window, window.signIn(arguments[1], arguments[2]));
        } catch (Exception e) {
            LOG.error("the studies were not opened", e);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void play(ProbedWindow window, Backstage look) throws Exception {
        List<String> orders = window.onFx(() -> look.worklist().shown().stream()
                .flatMap(row -> java.util.stream.Stream.ofNullable(row.order()))
                .map(Order::id)
                .sorted(Comparator.naturalOrder())
                .toList());
        window.until(() -> look.worklist().shown().stream().allMatch(row -> isReady(look, row)));
        for (String order : orders) {
            window.onFx(() -> {
                look.worklist().selectedProperty().set(row(look, order));
                window.person().find("#worklist").orElseThrow().requestFocus();
                return true;
            });
            window.open();
        }
    }

    private static WorklistRow row(Backstage look, String id) {
        return look.worklist().shown().stream()
                .filter(row -> row.order() != null && row.order().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReady(Backstage look, WorklistRow row) {
        Order order = row.order();
        return order == null
                || order.state() != OrderState.WAITING
                || row.uid()
                        .map(look.worklist().sight().readiness())
                        .filter(ready -> ready.isAllHere())
                        .isPresent();
    }
}
