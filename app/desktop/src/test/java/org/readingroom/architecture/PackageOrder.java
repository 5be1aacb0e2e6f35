package org.readingroom.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Optional;

/// The order of packages inside each room: one may use only those named before it, and itself.
///
/// **Source:** `docs/architecture.md`, "Packages". A new package takes its place in this list first.
final class PackageOrder {
    static final List<List<String>> ROOMS = List.of(
            List.of("assets"),
            List.of(
                    "viewer.model",
                    "viewer.geometry",
                    "viewer.task",
                    "viewer.edit",
                    "viewer.dicom",
                    "viewer.deidentify",
                    "viewer.media",
                    "viewer.codec",
                    "viewer.palette",
                    "viewer.greyscale",
                    "viewer.display",
                    "viewer.nuclear",
                    "viewer.phantom",
                    "viewer.volume",
                    "viewer.nifti",
                    "viewer.picture",
                    "viewer.registration",
                    "viewer.annotation",
                    "viewer.recist",
                    "viewer.viewport",
                    "viewer.hanging",
                    "viewer.film",
                    "viewer.coded",
                    "viewer.origin",
                    "viewer.outline",
                    "viewer.sr",
                    "viewer.mask",
                    "viewer.segment",
                    "viewer.structure",
                    "viewer.waveform",
                    "viewer.document",
                    "viewer.inspect",
                    "viewer.presentation",
                    "viewer.returned",
                    "viewer.summary",
                    "viewer.gpu",
                    "viewer.render",
                    "viewer.gpu.jogl"),
            List.of(
                    "report.model",
                    "report.edit",
                    "report.rads",
                    "report.template",
                    "report.text",
                    "report.prior",
                    "report.phrase",
                    "report.suggest",
                    "report.check",
                    "report.workflow",
                    "report.merge",
                    "report.register",
                    "report.critical",
                    "report.quality",
                    "report.redline",
                    "report.statistics",
                    "report.research",
                    "report.sr",
                    "report.fhir",
                    "report.sign",
                    "report.pdf",
                    "report.ui"),
            List.of(
                    "services.link",
                    "services.archive",
                    "services.ris",
                    "services.dimse",
                    "services.seal",
                    "services.store",
                    "services.cache",
                    "services.identity",
                    "services.audit",
                    "services.remote",
                    "services.fetch",
                    "services.sync",
                    "services.export",
                    "services.print",
                    "services.reading",
                    "services.reporting",
                    "services.hospital",
                    "services.home"),
            List.of("plugin"),
            List.of("plugin.imagej"),
            List.of("plugin.suggest"),
            List.of(
                    "desktop.fx",
                    "desktop.command",
                    "desktop.settings",
                    "desktop.hands",
                    "desktop.gate",
                    "desktop.monitor",
                    "desktop.signin",
                    "desktop.importing",
                    "desktop.request",
                    "desktop.worklist",
                    "desktop.desk",
                    "desktop.tools",
                    "desktop.followup",
                    "desktop.hanging",
                    "desktop.plugin",
                    "desktop.out",
                    "desktop.hospital",
                    "desktop.film",
                    "desktop.objects",
                    "desktop.exporting",
                    "desktop.reading",
                    "desktop.reporting",
                    "desktop.shell",
                    "desktop.tour",
                    "desktop.cli",
                    "desktop.boot"));

    private final String root;

    PackageOrder(String root) {
        this.root = root;
    }

    ArchRule rule() {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("use only packages named before their own") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        checkOrder(type, events);
                    }
                });
    }

    /// One slice an entry: a code's package is part of `viewer.codec`, which hands it out and gives
    /// it its types.
    SliceAssignment slices() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return entry(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
            }

            @Override
            public String getDescription() {
                return "packages in the order";
            }
        };
    }

    private void checkOrder(JavaClass type, ConditionEvents events) {
        Optional<String> own = entry(type);
        if (own.isEmpty()) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is in a package without a place in the order"));
            return;
        }
        List<String> room = roomOf(own.get());
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
            Optional<String> used = entry(use.getTargetClass());
            if (used.isPresent() && room.contains(used.get()) && room.indexOf(used.get()) > room.indexOf(own.get())) {
                events.add(SimpleConditionEvent.violated(type, use.getDescription()));
            }
        }
    }

    /// The longest entry that holds the package of `type`; subpackages belong to their parent's entry.
    private Optional<String> entry(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        String inside = name.substring(root.length() + 1);
        return ROOMS.stream()
                .flatMap(List::stream)
                .filter(entry -> inside.equals(entry) || inside.startsWith(entry + "."))
                .reduce((a, b) -> a.length() >= b.length() ? a : b);
    }

    private static List<String> roomOf(String entry) {
        return ROOMS.stream().filter(room -> room.contains(entry)).findFirst().orElseThrow();
    }
}
