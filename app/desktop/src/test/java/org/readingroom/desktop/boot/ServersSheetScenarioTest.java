package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.viewer.task.Progress;

/// A RIS and a wrong archive are typed in, tested and kept.
@Tag("ui")
@Tag("slow")
class ServersSheetScenarioTest {
    @TempDir
    Path folder;

    // [utest->req~hospital.servers-sheet~1]
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void serversAreTypedTestedAndKept(String language) throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        String lost =
                Map.of("en", "The server cannot be reached.", "zh", "无法连接服务器。").get(language);
        HomeOptions options = HomeOptions.defaults().withDepartment(List::of);
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        ScenarioPictures pictures = new ScenarioPictures("servers-" + language);
        try (FhirDouble ris = new FhirDouble()) {
            try (RealWindow window = new RealWindow(place, true, Locale.forLanguageTag(language))) {
                window.signIn("radiologist", "demo");
                until("the list", () -> window.person().sees("#worklist"));
                onFx(() -> window.person().press(KeyCode.K, Modifier.CTRL));
                until("the palette", () -> window.person().sees("#palette-filter"));
                onFx(() -> {
                    window.person()
                            .type(Map.of("en", "Servers of", "zh", "医院服务器").get(language));
                    window.person().press(KeyCode.ENTER);
                });
                until("the sheet", () -> window.person().sees("#servers") && !isOff(window, "dicom-web-base"));
                onFx(() -> {
                    type(window, "dicom-web-base", "http://127.0.0.1:1/dicom-web");
                    type(window, "fhir-base", "ris.example");
                    window.person().click("#servers-keep");
                });
                until(
                        "the words at the field",
                        () -> !text(window, "fhir-base-wrong").isEmpty());
                pictures.keep(window, "01-wrong");
                onFx(() -> {
                    type(window, "fhir-base", ris.base().toString());
                    window.person().click("#servers-test");
                });
                until(
                        "both answers",
                        () -> text(window, "fhir-answer").contains("FHIR 4.0.1")
                                && text(window, "dicom-web-answer").equals(lost));
                assertFalse(onFx(() -> window.person().sees("#servers-fhir-base-wrong")));
                pictures.keep(window, "02-tested");
                onFx(() -> {
                    type(window, "dicom-web-base", "");
                    window.person().click("#servers-keep");
                });
                until("that they are kept", () -> !text(window, "told").isEmpty() && !isOff(window, "fhir-base"));
                pictures.keep(window, "03-kept");
            }
            try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                    var session = home.signIn("radiologist", "demo".toCharArray())) {
                HospitalSettings kept = session.hospital().settings().current();
                assertEquals(HttpServer.open(ris.base()), kept.servers().fhir());
                assertFalse(kept.servers().hasPacs());
            }
        }
    }

    private static Node field(RealWindow window, String name) {
        return window.person().find("#servers-" + name).orElseThrow();
    }

    private static boolean isOff(RealWindow window, String name) {
        return field(window, name).isDisabled();
    }

    private static String text(RealWindow window, String name) {
        return ((Label) field(window, name)).getText();
    }

    private static void type(RealWindow window, String name, String text) {
        TextInputControl field = (TextInputControl) field(window, name);
        field.requestFocus();
        field.clear();
        window.person().type(text);
    }
}
