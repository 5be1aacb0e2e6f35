package org.readingroom.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which room may use which, as in `docs/architecture.md`, for packages under one root.
///
/// **Source:** the tables "Doors" and "One library, one home" of `docs/architecture.md`.
// [impl->req~house.doors~1]
final class Doors {
    private static final String[] WINDOWS = {"javafx..", "javax.swing..", "org.controlsfx..", "atlantafx.."};
    private static final String[] SQL_AND_HTTP = {
        "java.sql..", "javax.sql..", "org.sqlite..", "java.net.http..", "okhttp3.."
    };
    /// What starts a thread or borrows one from a pool of its own.
    private static final Map<String, Set<String>> THREAD_MAKERS = Map.of(
            "java.lang.Thread", Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread", "start"),
            "java.util.concurrent.Executors", Set.of("*"),
            "java.util.concurrent.ThreadPoolExecutor", Set.of("<init>"),
            "java.util.concurrent.ScheduledThreadPoolExecutor", Set.of("<init>"),
            "java.util.concurrent.ForkJoinPool", Set.of("<init>", "commonPool"),
            "java.util.concurrent.CompletableFuture",
                    Set.of("supplyAsync", "runAsync", "thenApplyAsync", "thenRunAsync"),
            "java.util.Timer", Set.of("<init>"));

    private final String root;

    Doors(String root) {
        this.root = root;
    }

    /// Every rule under the name that a planted breach gives in [Breaks].
    Map<String, ArchRule> rules() {
        PackageOrder order = new PackageOrder(root);
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "viewer-core leans on nothing but assets",
                mayNotUse(in("viewer"), in("report"), in("services"), in("desktop"), in("plugin")));
        rules.put(
                "viewer-core has no toolkit and no window",
                noClasses()
                        .that()
                        .resideInAPackage(in("viewer"))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(WINDOWS).or(anAwtWindow())));
        rules.put("viewer-core has no SQL and no HTTP", mayNotUse(in("viewer"), SQL_AND_HTTP));
        rules.put(
                "report-editor knows no renderer, no DICOM and no app",
                mayNotUse(
                        in("report"),
                        in("viewer.render"),
                        in("viewer.gpu"),
                        in("viewer.viewport"),
                        in("viewer.volume"),
                        in("viewer.codec"),
                        in("viewer.display"),
                        in("viewer.dicom"),
                        in("services"),
                        in("desktop"),
                        in("plugin")));
        rules.put(
                "report-editor shows windows in ui only",
                noClasses()
                        .that()
                        .resideInAPackage(in("report"))
                        .and()
                        .resideOutsideOfPackage(in("report.ui"))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(WINDOWS).or(anAwtWindow())));
        rules.put("report-editor has no SQL and no HTTP", mayNotUse(in("report"), SQL_AND_HTTP));
        rules.put(
                "services show nothing",
                noClasses()
                        .that()
                        .resideInAPackage(in("services"))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(WINDOWS).or(anAwtWindow())));
        rules.put(
                "services know no view and no desk",
                mayNotUse(in("services"), in("report.ui"), in("desktop"), in("plugin")));
        rules.put("the plug-in contract knows no app", mayNotUse(in("plugin"), in("services"), in("desktop")));
        rules.put(
                "the plug-in contract knows no plug-in",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".plugin")
                        .should()
                        .dependOnClassesThat(resideInAPackage(root + ".plugin.(*)..")));
        rules.put(
                "plug-ins know each other not",
                SlicesRuleDefinition.slices()
                        .matching(root + ".plugin.(*)..")
                        .should()
                        .notDependOnEachOther());
        rules.put(
                "the desktop loads plug-ins and names none",
                noClasses()
                        .that()
                        .resideInAPackage(in("desktop"))
                        .should()
                        .dependOnClassesThat(resideInAPackage(root + ".plugin.(*)..")));
        rules.put("the desktop has no SQL and no HTTP", mayNotUse(in("desktop"), SQL_AND_HTTP));

        rules.put("JOGL lives in gpu.jogl", livesIn("com.jogamp..", "viewer.gpu.jogl"));
        rules.put("FFmpeg lives in the video process", livesIn("org.bytedeco..", "viewer.codec.video.worker"));
        rules.put("SQL lives in the store", livesIn("java.sql..", "services.store"));
        rules.put("SQLite lives in the store", livesIn("org.sqlite..", "services.store"));
        rules.put(
                "Bouncy Castle lives where keys and signatures do",
                livesIn("org.bouncycastle..", "report.sign", "services.identity", "services.audit"));
        rules.put(
                "PDFBox writes in report.pdf, draws in desktop.out and prints in desktop.film",
                livesIn("org.apache.pdfbox..", "report.pdf", "desktop.out", "desktop.film"));
        rules.put("jsoup lives in report.template", livesIn("org.jsoup..", "report.template"));
        rules.put("ImageJ lives in its plug-in", livesIn("ij..", "plugin.imagej"));
        rules.put("picocli lives in the command line", livesIn("picocli..", "desktop.cli"));
        rules.put("OkHttp lives in remote", livesIn("okhttp3..", "services.remote"));
        rules.put("ICU lives in services", livesIn("com.ibm.icu..", "services"));

        rules.put(
                "only desktop.fx posts to the toolkit's thread",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(in("desktop.fx"))
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "Platform.runLater",
                                call -> call.getTargetOwner().getName().equals("javafx.application.Platform")
                                        && call.getName().equals("runLater"))));
        rules.put(
                "only viewer.task makes threads",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(in("viewer.task"))
                        .should()
                        .callCodeUnitWhere(DescribedPredicate.describe("a thread is made", Doors::makesThread)));
        rules.put(
                "only renderer, volume and synthetic studies go parallel",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(in("viewer.render"), in("viewer.volume"), in("viewer.phantom"))
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "a parallel stream",
                                call -> (call.getName().equals("parallel")
                                                || call.getName().equals("parallelStream"))
                                        && call.getTargetOwner().getName().startsWith("java.util."))));
        rules.put(
                "only boot ends the process",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(in("desktop.boot"))
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "System.exit or halt",
                                call -> Set.of("java.lang.System", "java.lang.Runtime")
                                                .contains(call.getTargetOwner().getName())
                                        && Set.of("exit", "halt").contains(call.getName()))));
        rules.put(
                "only the command line and boot write to the terminal",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(in("desktop.cli"), in("desktop.boot"))
                        .should()
                        .accessFieldWhere(DescribedPredicate.describe(
                                "System.out or err",
                                access -> access.getTargetOwner().getName().equals("java.lang.System")
                                        && Set.of("out", "err").contains(access.getName()))));
        rules.put(
                "checked faults are workstation exceptions",
                classes()
                        .that(resideInAPackage(root + "..")
                                .and(assignableTo(Exception.class))
                                .and(DescribedPredicate.not(assignableTo(RuntimeException.class))))
                        .should()
                        .beAssignableTo("org.readingroom.viewer.model.WorkstationException"));
        rules.put(
                "packages form no ring",
                SlicesRuleDefinition.slices()
                        .assignedFrom(order.slices())
                        .should()
                        .beFreeOfCycles());
        rules.put("a package uses only those named before it", order.rule());
        rules.replaceAll((name, rule) -> rule.as(name).allowEmptyShould(true));
        return rules;
    }

    private String in(String room) {
        return root + "." + room + "..";
    }

    private static ArchRule mayNotUse(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private ArchRule livesIn(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(Arrays.stream(homes).map(this::in).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /// Images and geometry of AWT open no window and are allowed.
    private static DescribedPredicate<JavaClass> anAwtWindow() {
        List<String> kinds = List.of(
                "java.awt.Component",
                "java.awt.Toolkit",
                "java.awt.Robot",
                "java.awt.Desktop",
                "java.awt.SystemTray",
                "java.awt.EventQueue");
        return DescribedPredicate.describe(
                "an AWT window", type -> kinds.stream().anyMatch(type::isAssignableTo));
    }

    private static boolean makesThread(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        Set<String> names = THREAD_MAKERS.get(target.getOwner().getName());
        return names != null && (names.contains("*") || names.contains(target.getName()));
    }
}
