package org.readingroom.viewer.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;

/// Finds the measurement groups of an imaging measurement report.
///
/// **Source:** DICOM PS3.16 TID 1500, 1410, 1411, 1501; concept codes of annex D.
// [impl->req~sr.measurement-groups~1]
public final class MeasurementGroups {
    private static final String DCM = "DCM";

    private MeasurementGroups() {}

    /// **Order:** as in the document.
    public static List<MeasurementGroup> of(StructuredReport report) {
        return report.root()
                .all()
                .filter(item -> item.isNamed("125007", DCM))
                .filter(item -> item.value() instanceof ContentValue.Container)
                .map(item -> group(report, item))
                .toList();
    }

    private static MeasurementGroup group(StructuredReport report, ContentItem item) {
        List<MeasurementGroup.Quantity> quantities = new ArrayList<>();
        List<MeasurementGroup.Quality> qualities = new ArrayList<>();
        List<CodedEntry> sites = new ArrayList<>();
        Optional<CodedEntry> finding = Optional.empty();
        for (ContentItem child : item.children()) {
            if (child.value() instanceof ContentValue.Numeric number
                    && child.name().isPresent()) {
                quantities.add(new MeasurementGroup.Quantity(
                        child.name().get(), number, modifiers(child), regions(report, child)));
            } else if (child.value() instanceof ContentValue.Coded coded) {
                if (child.isNamed("121071", DCM)) {
                    finding = Optional.of(coded.code());
                } else if (isSite(child)) {
                    sites.add(coded.code());
                } else if (child.relationship() == Relationship.CONTAINS) {
                    child.name().ifPresent(name -> qualities.add(new MeasurementGroup.Quality(name, coded.code())));
                }
            }
        }
        return new MeasurementGroup(
                item.path(),
                first(item, "112039", value -> value instanceof ContentValue.Text t ? t.text() : ""),
                first(item, "112040", value -> value instanceof ContentValue.UidReference u ? u.uid() : ""),
                finding,
                sites,
                quantities,
                qualities,
                regions(report, item));
    }

    /// Finding Site in SNOMED CT, and in the two older spellings of SNOMED RT.
    private static boolean isSite(ContentItem item) {
        return item.isNamed("363698007", "SCT") || item.isNamed("G-C0E3", "SRT", "99SDM", "SNM3");
    }

    private static String first(ContentItem item, String code, Function<ContentValue, String> text) {
        return item.children().stream()
                .filter(child -> child.isNamed(code, DCM))
                .map(child -> text.apply(child.value()))
                .findFirst()
                .orElse("");
    }

    private static List<CodedEntry> modifiers(ContentItem number) {
        return number.children().stream()
                .filter(child -> child.relationship() == Relationship.HAS_CONCEPT_MOD)
                .flatMap(child ->
                        child.value() instanceof ContentValue.Coded coded ? Stream.of(coded.code()) : Stream.empty())
                .toList();
    }

    private static List<MeasurementGroup.Region> regions(StructuredReport report, ContentItem holder) {
        List<MeasurementGroup.Region> regions = new ArrayList<>();
        for (ContentItem child : holder.children()) {
            ContentItem meant = child.value() instanceof ContentValue.ByReference to && to.isResolved()
                    ? report.item(to.target()).orElse(child)
                    : child;
            switch (meant.value()) {
                case ContentValue.Shape shape -> regions.add(new MeasurementGroup.Region(shape, image(meant)));
                case ContentValue.Shape3d shape -> regions.add(new MeasurementGroup.Region(shape, image(meant)));
                case ContentValue.Image image
                when !image.segments().isEmpty() ->
                    regions.add(new MeasurementGroup.Region(image, Optional.of(image.reference())));
                default -> {
                    // not a place
                }
            }
        }
        return regions;
    }

    private static Optional<InstanceReference> image(ContentItem shape) {
        return shape.children().stream()
                .flatMap(child -> child.value() instanceof ContentValue.Image image
                        ? Stream.of(image.reference())
                        : Stream.empty())
                .findFirst();
    }
}
