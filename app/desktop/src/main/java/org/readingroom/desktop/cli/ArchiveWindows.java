package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;

/// From Enter in the list to the first picture in the window, for studies that are only in the archive and for
/// studies that came ahead.
final class ArchiveWindows {
    /// chosen: the first for a program just started, the others for one that has worked a while.
    private static final int STUDIES = 4;

    private ArchiveWindows() {}

    /// `studies` of the archive, the largest first. Nothing where the window did not come so far.
    static List<Spread> measure(HttpServer server, List<Study> studies) throws WorkstationException, IOException {
        List<Study> some = studies.subList(0, Math.min(STUDIES, studies.size()));
        List<Spread> figures = new ArrayList<>();
        figures.addAll(opened("window-fetch", server, some, new Order.Reader("another", "Another"), "300"));
        figures.addAll(opened("window-ready", server, some, null, "100"));
        return figures;
    }

    private static List<Spread> opened(
            String name, HttpServer server, List<Study> studies, Order.@Nullable Reader owner, String goal)
            throws WorkstationException, IOException {
        Path folder = Files.createTempDirectory("readingroom-orders");
        try {
            ordered(folder, server, studies, owner);
            List<Double> ms = WindowProbes.ordered(folder, Benchmarks.USER, Benchmarks.PASSWORD);
            return ms.size() < 2
                    ? List.of()
                    : List.of(
                            Spread.of(name + "-first-time", ms.subList(0, 1), "ms", ""),
                            Spread.of(name, ms.subList(1, ms.size()), "ms", goal));
        } finally {
            Folders.delete(folder);
        }
    }

    /// A home with an order for each study. A case that another reads is not fetched ahead; one that waits is.
    private static void ordered(Path folder, HttpServer server, List<Study> studies, Order.@Nullable Reader owner)
            throws WorkstationException {
        try (Home home = ArrivalBenchmark.home(folder, server);
                Session session = home.signIn(Benchmarks.USER, Benchmarks.PASSWORD.toCharArray())) {
            Instant now = Instant.now();
            for (int i = 0; i < studies.size(); i++) {
                session.orders().put(order("bench-" + i, studies.get(i), owner, now.plusSeconds(i)));
            }
        }
    }

    private static Order order(String id, Study study, Order.@Nullable Reader owner, Instant requested) {
        return new Order(
                id,
                "1",
                "",
                study.accessionNumber(),
                study.uid(),
                study.patient(),
                Set.of(),
                OrderPriority.ROUTINE,
                "",
                "",
                "",
                owner == null ? OrderState.WAITING : OrderState.CLAIMED,
                requested,
                null,
                owner);
    }
}
