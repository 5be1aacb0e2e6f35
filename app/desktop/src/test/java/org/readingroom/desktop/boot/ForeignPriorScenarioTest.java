package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.hospital.Clients;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.remote.fhir.FhirPriors;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.ris.RisPriors;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.task.Progress;

/// Earlier reports that another system wrote: they are in the list of Ctrl+F3 with their origin, one is
/// quoted by keys, and when the RIS is gone they are still there and that is said. The report in the RIS is
/// of 2021-05-15, the case of this home later; a preliminary one of 2020, a withdrawn one and one of
/// another patient lie there too.
@Tag("ui")
@Tag("slow")
class ForeignPriorScenarioTest {
    private static final LesionCtPhantom CASE = new LesionCtPhantom(true);

    @TempDir
    Path folder;

    private record Doubles(FhirDouble ris) implements Clients {
        @Override
        public Optional<Archive> archive(Servers servers, LinkWitness witness) {
            return Optional.empty();
        }

        @Override
        public Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) {
            return Optional.empty();
        }

        @Override
        public Optional<RisPriors> risPriors(Servers servers, LinkWitness witness) {
            return Optional.of(new FhirPriors(new HttpLink(HttpServer.open(ris.base()), witness, FhirPriors.TIMES)));
        }

        @Override
        public Optional<LinkProbe> pacsProbe(Servers servers) {
            return Optional.empty();
        }

        @Override
        public Optional<LinkProbe> risProbe(Servers servers) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    // [utest->req~report.outside.listed~1]
    // [utest->req~report.outside.opened~1]
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aReportOfAnotherSystemIsListedQuotedAndThereWithoutTheRis(String language) throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Locale locale = Locale.forLanguageTag(language);
        boolean isEnglish = language.equals("en");
        ScenarioPictures pictures = new ScenarioPictures("foreign-prior-" + language);
        Path place = folder.resolve("home");
        try (FhirDouble ris = new FhirDouble()) {
            fill(ris);
            HomeOptions options = QuickHome.options(InstantSource.system())
                    .withDepartment(() -> List.of(CASE))
                    .withClients(runner -> new Doubles(ris));
            Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
            StartOptions start = new StartOptions(place, true, locale, null, null, options);
            try (RealWindow window = new RealWindow(start)) {
                open(window);
                askUntilListed(window);
                pictures.keep(window, "01-listed");
                String listed = onFx(() -> texts(window, "#prior-list .label"));
                assertTrue(listed.contains("2021-05-15  CT  胸部CT平扫 Chest CT"), listed);
                assertTrue(listed.contains(isEnglish ? "From the RIS · final · 张医师" : "来自 RIS · 正式 · 张医师"), listed);
                assertTrue(listed.contains(isEnglish ? "preliminary" : "初步"), listed);
                assertFalse(listed.contains("撤回") || listed.contains("别人"), listed);
                String page = onFx(() -> texts(window, "#prior-lines .check-box"));
                assertTrue(page.contains("左肺下叶见钙化灶，3 mm。"), page);
                assertFalse(page.contains("alert"), page);
                onFx(() -> window.person().press(KeyCode.ENTER));
                String quoted = isEnglish
                        ? "(Earlier report from the RIS, Chest CT of 2021-05-15: 右肺上叶结节，8.3 mm.)"
                        : "（既往报告（RIS） 2021-05-15 胸部CT平扫：右肺上叶结节，8.3 mm。）";
                until("the words", () -> findings(window).equals(quoted));
                pictures.keep(window, "02-quoted");
            }
            ris.faults().sometimes(1, 1, FhirFault.status(401));
            try (RealWindow window = new RealWindow(start)) {
                open(window);
                until(
                        "it is said",
                        () -> window.status()
                                .startsWith(isEnglish ? "Earlier reports of the RIS could not be" : "未能向 RIS 查询既往报告"));
                askUntilListed(window);
                String said = onFx(() -> texts(window, ".prior-outside"));
                assertTrue(
                        said.startsWith(
                                isEnglish ? "The RIS could not be asked for its reports; those" : "未能向 RIS 查询既往报告；所列为"),
                        said);
                pictures.keep(window, "03-without-the-ris");
            }
        }
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until("the list", () -> window.look().worklist().shown().size() == 1);
        onFx(() -> {
            window.look()
                    .worklist()
                    .selectedProperty()
                    .set(window.look().worklist().shown().getFirst());
            window.person().find("#worklist").orElseThrow().requestFocus();
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the report",
                () -> window.look().report().isPresent()
                        && window.look().marks().isEditable());
    }

    /// Nothing is listed before the RIS has told of both; then it is asked once more.
    private static void askUntilListed(RealWindow window) throws Exception {
        for (int times = 0; times < 60 && !onFx(() -> isListed(window)); times++) {
            onFx(() -> {
                var view = window.look().report().orElseThrow().view();
                view.focusText();
                view.area(SectionKind.FINDINGS).end();
                window.person().press(KeyCode.F3, Modifier.CTRL);
            });
            for (int waits = 0; waits < 40 && !onFx(() -> isListed(window)); waits++) {
                Thread.sleep(25);
            }
        }
        until("both are listed", () -> isListed(window));
    }

    private static boolean isListed(RealWindow window) {
        return list(window)
                .filter(list -> list.getItems().size() == 2 && list.isFocused())
                .isPresent();
    }

    private static Optional<ListView<?>> list(RealWindow window) {
        return window.person().find("#prior-list").map(node -> (ListView<?>) node);
    }

    private static String texts(RealWindow window, String selector) {
        Set<Node> found = window.scene().getRoot().lookupAll(selector);
        return found.stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String findings(RealWindow window) {
        ReportEditorViewModel model = window.look().report().orElseThrow().model();
        return model.report().text(SectionKind.FINDINGS);
    }

    private static void fill(FhirDouble ris) {
        ris.put("""
                {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-0011"}],
                 "birthDate":"1958-08-17"}""");
        ris.put("""
                {"resourceType":"Patient","id":"p2","identifier":[{"system":"urn:mrn","value":"DEMO-0012"}],
                 "birthDate":"1958-08-17"}""");
        report(ris, "r1", "final", "p1", "2021-05-15", "右肺上叶结节，8.3 mm。");
        report(ris, "r2", "preliminary", "p1", "2020-03-02", "初步：未见异常。");
        report(ris, "r3", "entered-in-error", "p1", "2019-01-01", "撤回。");
        report(ris, "r4", "final", "p2", "2018-01-01", "别人的。");
    }

    private static void report(
            FhirDouble ris, String id, String status, String patient, String day, String conclusion) {
        String page = Base64.getEncoder()
                .encodeToString("<p>左肺下叶见钙化灶，3 mm。</p><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        ris.put("""
                {"resourceType":"DiagnosticReport","id":"ID","status":"STATUS","subject":{"reference":"Patient/PATIENT"},
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"CT"}]}],
                 "code":{"text":"胸部CT平扫 Chest CT"},"effectiveDateTime":"DAY","issued":"DAYT10:00:00+08:00",
                 "resultsInterpreter":[{"display":"张医师"}],"conclusion":"WORDS",
                 "presentedForm":[{"contentType":"text/html;charset=utf-8","data":"PAGE"}]}""".replace("PATIENT", patient)
                .replace("STATUS", status)
                .replace("ID", id)
                .replace("DAY", day)
                .replace("PAGE", page)
                .replace("WORDS", conclusion));
    }
}
