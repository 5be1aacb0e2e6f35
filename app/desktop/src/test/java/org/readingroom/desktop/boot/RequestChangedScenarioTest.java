package org.readingroom.desktop.boot;

import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.services.testing.TestRis;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.task.Progress;

/// The ward asks for something else while the case is looked at: the reader has the new question before them, in the
/// list and beside the report, without a key.
@Tag("ui")
@Tag("slow")
class RequestChangedScenarioTest {
    private static final LesionCtPhantom STUDY = new LesionCtPhantom(true);

    @TempDir
    Path folder;

    private final TestRis ris = new TestRis();
    private final QuickHome.Clock clock = new QuickHome.Clock();

    // [utest->req~request.form~1]
    @Test
    void aChangedRequestIsReadWhereItIsLookedAt() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(clock).withDepartment(() -> List.of(STUDY));
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        ris.put(order());
        form("Follow-up of the liver lesion");
        HomeOptions there = options.withClients(runner -> new TestClients(new TestArchive(), ris));
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.ENGLISH, null, null, there))) {
            window.signIn("radiologist", "demo");
            until(
                    "the order in the list",
                    () -> window.look().worklist().shown().stream().anyMatch(row -> row.order() != null));
            onFx(() -> window.look()
                    .worklist()
                    .selectedProperty()
                    .set(window.look().worklist().shown().getFirst()));
            until("the request beside the list", () -> asks(window, "#request", "Follow-up of the liver lesion"));
            changed("Bleeding?");
            until("the other request beside the list", () -> asks(window, "#request", "Bleeding?"));

            onFx(() -> {
                window.person().find("#worklist").orElseThrow().requestFocus();
                window.person().press(KeyCode.ENTER);
            });
            until("mine", () -> ris.order("t1").owner() != null);
            until("the request beside the report", () -> window.person().sees("#request-pane"));
            until("the same beside the report", () -> asks(window, "#request-pane", "Bleeding?"));
            changed("Perforation?");
            until("the other request beside the report", () -> asks(window, "#request-pane", "Perforation?"));
        }
    }

    /// Whether the request that is in sight gives this as its reason.
    private static boolean asks(RealWindow window, String where, String reason) {
        return window.scene().getRoot().lookupAll(where + " .label").stream()
                .filter(RequestChangedScenarioTest::isInSight)
                .anyMatch(label -> label instanceof Labeled words && reason.equals(words.getText()));
    }

    private static boolean isInSight(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void changed(String reason) {
        form(reason);
        ris.touch("t1");
    }

    private void form(String reason) {
        ris.put(new RequestForm("t1", reason, "", "", "", "", null, List.of(), List.of(), List.of()));
    }

    private static Order order() {
        return new Order(
                "t1",
                "1",
                "request-t1",
                "DEMO26011203",
                STUDY.uid(),
                new Patient(
                        new PatientId("DEMO-0011", ""),
                        PersonName.parse("Yanshi^Chou=演示^丑"),
                        LocalDate.of(1958, 8, 17),
                        Sex.FEMALE),
                Set.of(),
                OrderPriority.ROUTINE,
                "CT",
                "ABDOMEN",
                "CT abdomen",
                OrderState.WAITING,
                QuickHome.START,
                null,
                null);
    }
}
