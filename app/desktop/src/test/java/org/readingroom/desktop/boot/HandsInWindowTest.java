package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.hands.HandProfile;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.task.Progress;

/// The whole window, as somebody finds it who looks for every command, every button and every key.
@Tag("ui")
class HandsInWindowTest {
    /// A key as tooltips show it, in brackets.
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（]([^()（）]+)[)）]\\s*$");

    @TempDir
    Path folder;

    // [utest->req~desk.hands~1]
    // [utest->req~desk.key-map~1]
    // [utest->req~desk.reachable~1]
    @Test
    void everyCommandHasWordsAndEveryButtonSaysItsKeyInEveryProfile() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(List::of), Progress.IGNORED)
                .close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            window.signIn("radiologist", "demo");
            until("the list", () -> window.person().sees("#worklist"));
            Workplace workplace = (Workplace) window.look();
            CommandRegistry registry = workplace.commands();
            assertEquals(List.of(), onFx(() -> withoutWords(registry)));
            for (HandProfile profile : HandProfile.values()) {
                onFx(() -> registry.keys().use(profile.keys(), Map.of()));
                assertEquals(Map.of(), onFx(() -> shared(registry)), profile + " has commands that share a key");
                assertEquals(List.of(), onFx(() -> lost(registry, profile)), profile + " gives keys that nobody gets");
            }
            List<String> built = onFx(() -> {
                registry.keys().use(Map.of(), Map.of());
                return silent(workplace.view(), keys(registry));
            });
            assertEquals(List.of(), built, "buttons without words, or with a key that is none");
            onFx(() -> registry.keys().use(Map.of(), otherKeys(registry)));
            assertEquals(
                    List.of(),
                    onFx(() -> silent(workplace.view(), keys(registry))),
                    "buttons that say a key which now is another");
            onFx(() -> registry.keys().use(Map.of(), Map.of()));
            onFx(() -> workplace.commands().run("language"));
            assertEquals(List.of(), onFx(() -> silent(workplace.view(), keys(registry))), "in the other language");
            record(window, registry);
        }
    }

    /// F12, the name of a command, its key, another key, and the conflict that this makes.
    private static void record(RealWindow window, CommandRegistry registry) throws Exception {
        onFx(() -> window.person().press(KeyCode.F12));
        until("the sheet", () -> window.person().sees("#hands-list"));
        new ScenarioPictures("hands").keep(window, "01-sheet");
        onFx(() -> {
            window.person().click("#hands-filter");
            window.person().type("fit");
        });
        until("the line", () -> window.person().sees("#hands-key-desk-fit"));
        onFx(() -> {
            window.person().click("#hands-key-desk-fit");
            window.person().press(KeyCode.R);
        });
        until("the question", () -> window.person().reads("#hands-told", "R"));
        new ScenarioPictures("hands").keep(window, "02-conflict");
        onFx(() -> window.person().click("#hands-take"));
        assertTrue(onFx(() -> window.person().reads("#hands-filter", "fit")), "R was a key, no letter");
        assertEquals("R", key(registry, "desk.fit"));
        assertEquals("", key(registry, "desk.rotate"));
        onFx(() -> window.person().click("#hands-reset-all"));
        assertEquals("F", key(registry, "desk.fit"));
        assertEquals("R", key(registry, "desk.rotate"));
    }

    private static String key(CommandRegistry registry, String id) throws Exception {
        return onFx(() -> Shortcuts.shown(registry.find(id).orElseThrow().shortcut()));
    }

    private static List<String> withoutWords(CommandRegistry registry) {
        List<String> without = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Messages messages = Messages.of(locale);
            for (Command command : registry.all()) {
                String words = messages.get(command.titleKey());
                if (words.isBlank() || words.contains(command.titleKey())) {
                    without.add(locale + " " + command.id());
                }
            }
        }
        assertTrue(registry.all().size() > 100, registry.all().size() + " commands");
        return without;
    }

    private static Map<String, Set<String>> shared(CommandRegistry registry) {
        Map<String, Set<String>> users = new TreeMap<>();
        registry.all().stream()
                .filter(c -> c.shortcut() != null)
                .forEach(c -> users.computeIfAbsent(Shortcuts.shown(c.shortcut()), k -> new TreeSet<>())
                        .add(c.id()));
        users.values().removeIf(ids -> ids.size() < 2);
        return users;
    }

    /// Commands of a profile that are there and did not get the key it names.
    private static List<String> lost(CommandRegistry registry, HandProfile profile) {
        return profile.keys().entrySet().stream()
                .filter(entry -> registry.find(entry.getKey())
                        .filter(command ->
                                !KeyCombination.valueOf(entry.getValue()).equals(command.shortcut()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Another key for every command.
    private static Map<String, String> otherKeys(CommandRegistry registry) {
        List<String> modifiers =
                List.of("Ctrl+Alt+Shift+", "Ctrl+Alt+", "Alt+Shift+Meta+", "Ctrl+Shift+Meta+", "Ctrl+Meta+");
        Map<String, String> keys = new HashMap<>();
        int next = 0;
        for (Command command : registry.all()) {
            int letter = next % 26;
            keys.put(command.id(), modifiers.get(next / 26 % modifiers.size()) + (char) ('A' + letter));
            next++;
            if (next >= 26 * modifiers.size()) {
                break;
            }
        }
        registry.all().forEach(command -> keys.putIfAbsent(command.id(), ""));
        return keys;
    }

    private static Set<String> keys(CommandRegistry registry) {
        Set<String> keys = new HashSet<>();
        registry.all().forEach(command -> keys.add(Shortcuts.shown(command.shortcut())));
        return keys;
    }

    /// Buttons and menus that say nothing, and tooltips that name a key which no command has.
    private static List<String> silent(Parent root, Set<String> keys) {
        List<String> silent = new ArrayList<>();
        for (Node node : every(root, new ArrayList<>())) {
            if (node instanceof MenuButton menu) {
                for (MenuItem item : menu.getItems()) {
                    boolean isMute = item.getText() == null || item.getText().isBlank();
                    if (isMute && !(item instanceof CustomMenuItem) && item.getGraphic() == null) {
                        silent.add("an item of " + menu.getTooltip().getText());
                    }
                }
            }
            boolean isControl = node instanceof ButtonBase || node instanceof ComboBox<?>;
            if (!isControl || node.getParent() instanceof javafx.scene.control.ScrollBar || isInside(node)) {
                continue;
            }
            var tip = ((javafx.scene.control.Control) node).getTooltip();
            String said = tip == null ? "" : tip.getText();
            String written = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
            if (said.isBlank() && (written.isBlank() || isOfTheDesk(node))) {
                silent.add("nothing at " + node.getClass().getSimpleName() + " " + node.getId() + " "
                        + node.getStyleClass() + " " + written);
            }
            Matcher key = IN_BRACKETS.matcher(said);
            if (key.find()) {
                for (String one : key.group(1).split(", |、")) {
                    if (!keys.contains(one)) {
                        silent.add(said);
                    }
                }
            }
        }
        return silent;
    }

    /// Part of another control, which says it for both.
    private static boolean isInside(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ButtonBase || up instanceof ComboBox<?>) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheDesk(Node node) {
        return node.getStyleClass().contains("desk-tool")
                || node.getStyleClass().contains("desk-menu");
    }

    private static List<Node> every(Parent root, List<Node> into) {
        for (Node child : root.getChildrenUnmodifiable()) {
            into.add(child);
            if (child instanceof Parent parent) {
                every(parent, into);
            }
        }
        return into;
    }
}
