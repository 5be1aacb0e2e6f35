package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;

/// A senior looks at the figures of a month: each is held against what [MadeDepartment] did, counted by hand.
@Tag("ui")
@Tag("slow")
class StatisticsScenarioTest {
    @TempDir
    Path folder;

    // [utest->req~report.statistics.sheet~1]
    @Test
    void aSeniorReadsTheFiguresOfAMonthInBothLanguages() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        new MadeDepartment().work(place);
        ScenarioPictures pictures = new ScenarioPictures("statistics");
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            march(window);
            assertEquals("2026-03-01 至 2026-03-31：报告 6 份，已审核 5 份，未审核 1 份", text(window, "#statistics-summary"));
            pictures.keep(window, "01-by-modality");
            assertEquals(
                    List.of(
                            // 60, 119, 150, 600, 1500 minutes: the middle is 150, the fifth of five 1500
                            "合计 6 5 3/5 = 60.0 % 0 1 2 小时 30 分 · 25 小时 00 分 2/4 = 50.0 % 1 1/6 = 16.7 % 0/5 = 0.0 %",
                            "CT 3 3 2/3 = 66.7 % 0 0 1 小时 59 分 · 2 小时 30 分 2/3 = 66.7 % 0 1/3 = 33.3 % 0/3 = 0.0 %",
                            // 600 and 1500 minutes: in the middle 1050
                            "MR 3 2 1/2 = 50.0 % 0 1 17 小时 30 分 · 25 小时 00 分 0/1 = 0.0 % 1 0/3 = 0.0 % 0/2 = 0.0 %"),
                    rows(window));
            assertTrue(text(window, "#statistics-critical").contains("1/3 = 33.3 %；超时 2"), "one of three in time");
            onFx(() -> {
                window.person().find("#statistics-table").orElseThrow().requestFocus();
                window.person().press(KeyCode.G);
                window.person().press(KeyCode.G);
            });
            until("by urgency", () -> rows(window).get(1).startsWith("急诊 3 3 2/3"));
            assertEquals(
                    List.of("合计", "急诊", "非急诊", "急诊与否不明"),
                    onFx(() ->
                            rows(window).stream().map(row -> row.split(" ")[0]).toList()));
            pictures.keep(window, "02-by-urgency");
        }
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            march(window);
            assertEquals(
                    "2026-03-01 to 2026-03-31: 6 reports, 5 reviewed, 1 not reviewed yet",
                    text(window, "#statistics-summary"));
            pictures.keep(window, "03-english");
            period(window, "2025-01-01", "2025-01-31");
            until(
                    "nothing of that month",
                    () -> text(window, "#statistics-summary")
                            .startsWith("No report that was first signed in 2025-01-01 to 2025-01-31"));
            pictures.keep(window, "04-empty");
            period(window, "2026-03-31", "2026-03-01");
            until("turned days are refused", () -> window.person().reads("#statistics-refused", "before the first"));
        }
    }

    private static void march(RealWindow window) throws Exception {
        window.signIn("senior", "demo");
        until("the list", () -> window.person().sees("#worklist"));
        onFx(() -> window.person().press(KeyCode.G, Modifier.CTRL, Modifier.SHIFT));
        until("the sheet", () -> window.person().sees("#statistics-until"));
        period(window, "2026-03-01", "2026-03-31");
        until(
                "the figures",
                () -> window.person().sees("#statistics-table")
                        && text(window, "#statistics-summary").contains("2026-03-31"));
    }

    private static void period(RealWindow window, String from, String until) throws Exception {
        onFx(() -> {
            type(window, "#statistics-from", from);
            type(window, "#statistics-until", until);
            window.person().press(KeyCode.ENTER);
        });
    }

    private static void type(RealWindow window, String field, String words) {
        window.person().click(field);
        ((TextField) window.person().find(field).orElseThrow()).clear();
        window.person().type(words);
    }

    /// What the table says in its columns, without those of the ways not asked for here.
    private static List<String> rows(RealWindow window) {
        TableView<?> table =
                (TableView<?>) window.person().find("#statistics-table").orElseThrow();
        return IntStream.range(0, table.getItems().size())
                .mapToObj(row -> String.join(
                        " ",
                        IntStream.of(0, 1, 2, 3, 4, 5, 7, 10, 11, 12, 13)
                                .mapToObj(column ->
                                        (String) table.getColumns().get(column).getCellData(row))
                                .toList()))
                .toList();
    }

    private static String text(RealWindow window, String label) {
        return window.person()
                .find(label)
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .orElse("");
    }
}
