package org.readingroom.viewer.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DicomTimes;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;

/// A document as readable text: every item of its tree, named by the meanings of its codes, numbers with units.
// [impl->req~sr.tree~1]
public final class StructuredReportOutline {
    /// chosen: more points than this are counted, not listed.
    private static final int POINTS_LISTED = 8;

    private static final Set<String> FLAGS =
            Set.of("complete", "partial", "verified", "unverified", "preliminary", "final");

    private StructuredReportOutline() {}

    /// **Shape:** the title, then the state of the document, then its content.
    public static OutlineNode of(StructuredReport report) {
        List<OutlineNode> lines = new ArrayList<>();
        if (!report.completionFlag().isEmpty()) {
            lines.add(flag("viewer.sr.completion", report.completionFlag()));
        }
        if (!report.verificationFlag().isEmpty()) {
            lines.add(flag("viewer.sr.verification", report.verificationFlag()));
        }
        for (StructuredReport.Verification by : report.verifications()) {
            lines.add(OutlineNode.of(
                    Phrase.key("viewer.sr.verified-by"),
                    (by.observer().display() + " " + moment(by.dateTime())).strip()));
        }
        String content = (moment(report.contentDate()) + " " + time(report.contentTime())).strip();
        if (!content.isEmpty()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.sr.content-date"), content));
        }
        report.warningKeys().forEach(key -> lines.add(OutlineNode.of(Phrase.key(key), Phrase.NONE)));
        OutlineNode root = node(report, report.root());
        return new OutlineNode(root.caption(), root.value(), root.facts(), lines)
                .withFact("template", report.templateId())
                .with(root.children());
    }

    private static OutlineNode flag(String key, String term) {
        String word = term.toLowerCase(Locale.ROOT);
        return OutlineNode.of(
                Phrase.key(key), FLAGS.contains(word) ? Phrase.key("viewer.sr.flag." + word) : Phrase.words(term));
    }

    private static OutlineNode node(StructuredReport report, ContentItem item) {
        OutlineNode node = new OutlineNode(caption(item), value(report, item), Map.of(), List.of())
                .withFact("path", item.path())
                .withFact("relationship", item.relationship().name());
        if (item.name().isPresent()) {
            CodedEntry name = item.name().get();
            node = node.withFact("concept", name.value()).withFact("conceptScheme", name.scheme());
        }
        if (item.value() instanceof ContentValue.Coded coded) {
            node = node.withFact("code", coded.code().value())
                    .withFact("codeScheme", coded.code().scheme());
        }
        if (item.value() instanceof ContentValue.Numeric number) {
            node = node.withFact("number", number.number())
                    .withFact("unit", number.unit().map(CodedEntry::value).orElse(""));
        }
        return node.with(
                item.children().stream().map(child -> node(report, child)).toList());
    }

    private static Phrase caption(ContentItem item) {
        Phrase name =
                item.name().<Phrase>map(entry -> Phrase.words(entry.text())).orElseGet(() -> kind(item.value()));
        return switch (item.relationship()) {
            case ROOT, CONTAINS, OTHER -> name;
            default ->
                Phrase.key("viewer.sr.related", Phrase.key(item.relationship().messageKey()), name);
        };
    }

    /// What stands for the name of an item that has none.
    private static Phrase kind(ContentValue value) {
        return switch (value) {
            case ContentValue.Image image -> Phrase.key("viewer.sr.image");
            case ContentValue.Composite composite -> Phrase.key("viewer.sr.object");
            case ContentValue.Waveform waveform -> Phrase.key("viewer.sr.waveform");
            case ContentValue.Shape shape -> Phrase.key("viewer.sr.region");
            case ContentValue.Shape3d shape -> Phrase.key("viewer.sr.region");
            case ContentValue.Temporal temporal -> Phrase.key("viewer.sr.times");
            case ContentValue.ByReference reference -> Phrase.key("viewer.sr.reference");
            default -> Phrase.NONE;
        };
    }

    private static Phrase value(StructuredReport report, ContentItem item) {
        return switch (item.value()) {
            case ContentValue.Text text -> Phrase.words(text.text());
            case ContentValue.Coded coded -> Phrase.words(coded.code().text());
            case ContentValue.Numeric number -> number(number);
            case ContentValue.Person person -> Phrase.words(person.name().display());
            case ContentValue.Moment moment -> Phrase.words(moment(moment.text()));
            case ContentValue.UidReference uid -> Phrase.words(uid.uid());
            case ContentValue.Image image -> image(image);
            case ContentValue.Composite composite -> instance(composite.reference());
            case ContentValue.Waveform waveform -> instance(waveform.reference());
            case ContentValue.Shape shape -> shape(shape.type(), shape.points(), false);
            case ContentValue.Shape3d shape -> shape(shape.type(), shape.points(), true);
            case ContentValue.Temporal temporal -> Phrase.words(String.join(", ", temporal.places()));
            case ContentValue.Container container -> Phrase.NONE;
            case ContentValue.ByReference reference -> reference(report, reference);
            case ContentValue.Unreadable unreadable -> Phrase.key("viewer.sr.unreadable", unreadable.valueType());
        };
    }

    private static Phrase number(ContentValue.Numeric number) {
        String unit = number.unit().map(CodedEntry::unit).orElse("");
        String text = number.number().isEmpty() ? "" : (number.number() + " " + unit).strip();
        String qualifier = number.qualifier().map(CodedEntry::text).orElse("");
        if (text.isEmpty()) {
            return qualifier.isEmpty() ? Phrase.key("viewer.sr.no-number") : Phrase.words(qualifier);
        }
        return Phrase.words(qualifier.isEmpty() ? text : text + " (" + qualifier + ")");
    }

    private static Phrase image(ContentValue.Image image) {
        Phrase where = instance(image.reference());
        return image.segments().isEmpty() ? where : Phrase.key("viewer.sr.segments", numbers(image.segments()), where);
    }

    static Phrase instance(InstanceReference reference) {
        String uid = reference.instance().value();
        return reference.frames().isEmpty()
                ? Phrase.words(uid)
                : Phrase.key("viewer.sr.frames", numbers(reference.frames()), uid);
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Phrase shape(GraphicType type, List<Vec3> points, boolean is3d) {
        Phrase kind = Phrase.key(type.messageKey());
        if (points.size() > POINTS_LISTED) {
            return Phrase.key("viewer.sr.points", kind, Integer.toString(points.size()));
        }
        String text = points.stream()
                .map(p -> is3d
                        ? "(" + short1(p.x()) + ", " + short1(p.y()) + ", " + short1(p.z()) + ")"
                        : "(" + short1(p.x()) + ", " + short1(p.y()) + ")")
                .collect(Collectors.joining(" "));
        return Phrase.key(is3d ? "viewer.sr.shape-in-patient" : "viewer.sr.shape-on-image", kind, text);
    }

    private static String short1(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static Phrase reference(StructuredReport report, ContentValue.ByReference reference) {
        if (!reference.isResolved()) {
            return Phrase.key("viewer.sr.reference-nowhere");
        }
        String name = report.item(reference.target())
                .flatMap(ContentItem::name)
                .map(CodedEntry::text)
                .orElse("");
        return Phrase.words(name.isEmpty() ? reference.target() : name + " (" + reference.target() + ")");
    }

    /// DA, TM and DT as people write them; anything else as it stands.
    static String moment(String text) {
        String plain = text.strip();
        if (plain.length() >= 8) {
            String day =
                    DicomTimes.date(plain.substring(0, 8)).map(Object::toString).orElse("");
            if (!day.isEmpty()) {
                return plain.length() == 8 ? day : (day + " " + time(plain.substring(8))).strip();
            }
        }
        return DicomTimes.date(plain).map(Object::toString).orElseGet(() -> time(plain));
    }

    static String time(String text) {
        String plain = text.strip();
        int zone = Math.max(plain.indexOf('+'), plain.indexOf('-'));
        String clock = zone > 0 ? plain.substring(0, zone) : plain;
        return DicomTimes.time(clock)
                .map(found -> found.withNano(0).toString() + (found.getSecond() == 0 ? ":00" : ""))
                .map(found -> zone > 0 ? found + " " + plain.substring(zone) : found)
                .orElse(plain);
    }
}
