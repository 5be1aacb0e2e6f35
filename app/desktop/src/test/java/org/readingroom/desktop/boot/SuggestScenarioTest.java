package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.register.RegisterEntry;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.report.ui.suggest.Offered;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// A report with the help of suggestions, by keys alone: asked for, rejected, accepted, edited; then the register.
@Tag("ui")
@Tag("slow")
class SuggestScenarioTest {
    private static final CtChestPhantom CHEST = CtChestPhantom.coarseHealthy();

    @TempDir
    Path folder;

    // [utest->req~report.suggest.list~1]
    // [utest->req~report.register.list~1]
    @Test
    void suggestionsAreAcceptedEditedAndRejectedByKeyAndTheRegisterKnows() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = place();
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            ScenarioPictures pictures = new ScenarioPictures("suggest");
            window.openOnlyStudy();
            ask(window);
            pictures.keep(window, "01-offered");
            assertEquals("", onFx(() -> text(window)), "a suggestion is no part of the report");
            int many = onFx(() -> items(window).size());
            onFx(() -> window.person().press(KeyCode.DELETE));
            until("the rejected one is gone", () -> items(window).size() == many - 1);
            int free = onFx(() -> free(window));
            String words = onFx(() -> items(window).get(free).suggestion().words());
            onFx(() -> window.person().press(KeyCode.getKeyCode(Integer.toString(free + 1))));
            until("the accepted words", () -> text(window).contains(words));
            ask(window);
            onFx(() -> window.person().press(KeyCode.E));
            until("the words to edit", () -> window.person().sees("#suggestion-edit"));
            String begun = onFx(() -> items(window).getFirst().suggestion().words());
            onFx(() -> window.person().type("余同前。"));
            pictures.keep(window, "02-edited");
            onFx(() -> window.person().press(KeyCode.ENTER));
            until("the edited words", () -> text(window).endsWith(begun + "余同前。"));
            pictures.keep(window, "03-written");
            register(window, "人工智能使用登记", 3);
            pictures.keep(window, "04-register");
        }
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            Set<SuggestionAct.Kind> kinds = session.reporting().suggesting().register().entries().stream()
                    .map(RegisterEntry::kind)
                    .collect(Collectors.toSet());
            assertEquals(EnumSet.allOf(SuggestionAct.Kind.class), kinds);
        }
    }

    // [utest->req~report.suggest.list~1]
    @Test
    void inEnglishTheSameListLeavesNothingBehindWhenLeft() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = place();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            window.openOnlyStudy();
            ask(window);
            new ScenarioPictures("suggest").keep(window, "05-english");
            onFx(() -> window.person().press(KeyCode.ESCAPE));
            until("the list is gone", () -> !window.person().sees("#suggestion-list"));
            assertEquals("", onFx(() -> text(window)));
        }
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            assertEquals(List.of(), session.reporting().suggesting().ledger().all(), "leaving is no act");
        }
    }

    /// The demo radiologist has practised since 2010: more than ten years, and not yet forty until 2050.
    // [utest->req~report.suggest.rule-file~1]
    @Test
    void theHospitalsRuleAsksForYearsAndAnEmptyListSaysWhy() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = place();
        asksFor(place, "10");
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            window.openOnlyStudy();
            ask(window);
        }
        asksFor(place, "40");
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            window.openOnlyStudy();
            refused(window, "仅供执业满 40 年");
            new ScenarioPictures("suggest").keep(window, "06-too-few-years");
        }
        Files.writeString(place.resolve("suggest.json"), "{");
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            window.openOnlyStudy();
            refused(window, "suggest.json");
        }
    }

    private static void asksFor(Path place, String years) throws Exception {
        Files.writeString(
                place.resolve("suggest.json"),
                "{\"format\":\"readingroom.suggestion-rules\",\"formatVersion\":1,\"version\":\"ours-1\","
                        + "\"kinds\":{\"STATISTICS\":{\"roles\":[\"RADIOLOGIST\"],\"years\":" + years + "}},"
                        + "\"sources\":{\"suggest-archive\":\"STATISTICS\"}}");
    }

    /// The sources are loaded in the background: asks again until the empty list says `why`.
    private static void refused(RealWindow window, String why) throws Exception {
        onFx(() -> window.look().report().orElseThrow().view().focusText());
        long[] pressed = {Long.MIN_VALUE};
        until(why, () -> {
            if (window.person().sees("#suggestion-list")) {
                if (nothing(window).contains(why)) {
                    return true;
                }
                window.person().press(KeyCode.ESCAPE);
            } else if (pressed[0] == Long.MIN_VALUE || System.nanoTime() - pressed[0] > 3_000_000_000L) {
                // an answer on its way is not overtaken by the next question
                pressed[0] = System.nanoTime();
                window.person().press(KeyCode.E, Modifier.ALT);
            }
            return false;
        });
        assertEquals(List.of(), onFx(() -> items(window)));
    }

    /// What stands where suggestions would.
    private static String nothing(RealWindow window) {
        return window.person()
                .find("#suggestion-list")
                .map(node -> ((ListView<?>) node).getPlaceholder())
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .orElse("");
    }

    private Path place() throws Exception {
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> List.of(CHEST)), Progress.IGNORED)
                .close();
        return place;
    }

    /// The sources are read in the background: asks again until something is offered.
    private static void ask(RealWindow window) throws Exception {
        onFx(() -> window.look().report().orElseThrow().view().focusText());
        long[] pressed = {Long.MIN_VALUE};
        until("suggestions", () -> {
            if (window.person().sees("#suggestion-list")) {
                if (!items(window).isEmpty()) {
                    return true;
                }
                window.person().press(KeyCode.ESCAPE);
            } else if (pressed[0] == Long.MIN_VALUE || System.nanoTime() - pressed[0] > 3_000_000_000L) {
                // an answer on its way is not overtaken by the next question
                pressed[0] = System.nanoTime();
                window.person().press(KeyCode.E, Modifier.ALT);
            }
            return false;
        });
    }

    /// Acts are written down in the background: opens the register until it has `rows`.
    private static void register(RealWindow window, String title, int rows) throws Exception {
        until("the register", () -> {
            if (window.person().sees("#register-table")) {
                TableView<?> table = window.person()
                        .find("#register-table")
                        .map(TableView.class::cast)
                        .orElseThrow();
                if (table.getItems().size() == rows) {
                    return true;
                }
                window.person().press(KeyCode.ESCAPE);
            } else if (window.person().sees("#palette-filter")) {
                window.person().type(title);
                window.person().press(KeyCode.ENTER);
            } else {
                window.person().press(KeyCode.K, Modifier.CTRL);
            }
            return false;
        });
    }

    /// The first offer without a blank to fill in.
    private static int free(RealWindow window) {
        List<Offered> all = items(window);
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).suggestion().words().contains("【")) {
                return i;
            }
        }
        throw new AssertionError("each of " + all.size() + " has a blank");
    }

    @SuppressWarnings("unchecked")
    private static List<Offered> items(RealWindow window) {
        return List.copyOf(((ListView<Offered>) window.person()
                        .find("#suggestion-list")
                        .map(ListView.class::cast)
                        .orElseThrow())
                .getItems());
    }

    private static String text(RealWindow window) {
        return window.look().report().orElseThrow().model().report().text(SectionKind.FINDINGS);
    }
}
