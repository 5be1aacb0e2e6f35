package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

/// Says which frames of a study belong in one view, and in which order.
///
/// Reports, plans, presentation states, segmentations and maps of real numbers are not pictures to scroll and
/// are left to others; so are instances without study, series or instance UID.
///
/// **Thread:** any.
// [impl->req~display.sets~2]
public final class DisplaySetRules {
    private static final Set<String> NOT_FOR_VIEWS = Set.of("SEG", "RTSTRUCT", "RTPLAN", "PR", "KO", "SR", "REG");

    private static final Set<String> CROSS_SECTIONAL = Set.of("CT", "MR", "PT", "NM");

    /// The order matters: what is no picture of the same kind goes first, then what lies elsewhere, then, among frames
    /// of
    /// one place, what was done differently, from the plainest difference to the mere order of acquisition.
    private static final List<DisplaySetRule> RULES = List.of(
            new MultiFrameRule(),
            new ProjectionRule(),
            new LocalizerRule(),
            new DerivedRule(),
            new PixelKindRule(),
            new NuclearRule(),
            new StackIdRule(),
            new OrientationRule(),
            // Dixon water and fat, magnitude and phase of a flow measurement, several maps in one series
            new SamePlaceRule("kind", FrameTraits::kind),
            // PET with and without attenuation correction
            new SamePlaceRule("attenuation", FrameTraits::attenuation),
            // diffusion weightings in one series
            new SamePlaceRule("diffusion", FrameTraits::bValue),
            // dual and multiple echoes, T2* maps
            new SamePlaceRule("echo", FrameTraits::echo),
            // inversion recovery and flip angle series for T1 maps
            new SamePlaceRule("inversion", FrameTraits::inversionTime),
            new SamePlaceRule("flip-angle", FrameTraits::flipAngle),
            // dual-energy CT
            new SamePlaceRule("voltage", FrameTraits::voltage),
            // soft and sharp reconstruction saved into one series
            new SamePlaceRule("kernel", FrameTraits::kernel),
            new CineRule(),
            // 4D CT by breathing phase, cardiac CT by percentage, dynamic MR and PET by time
            new SamePlaceRule("phase", FrameTraits::phase),
            new SamePlaceRule("trigger", FrameTraits::triggerTime),
            // arterial and portal venous passes in one series
            new SamePlaceRule("acquisition", FrameTraits::acquisition),
            new RepeatedPositionsRule());

    private record Group(String rule, List<SplitLabel> labels, List<FrameEntry> entries) {}

    private DisplaySetRules() {}

    /// **Order:** by series number, then by the lowest instance and frame number.
    public static List<DisplaySet> split(List<ImageHeader> headers) {
        Map<SeriesUid, List<ImageHeader>> series = new LinkedHashMap<>();
        for (ImageHeader header : headers) {
            if (isForViews(header)) {
                series.computeIfAbsent(new SeriesUid(header.text(Tag.SERIES_INSTANCE_UID)), s -> new ArrayList<>())
                        .add(header);
            }
        }
        List<DisplaySet> sets = new ArrayList<>();
        series.forEach((uid, members) -> sets.addAll(splitSeries(uid, members)));
        sets.sort(Comparator.comparingInt((DisplaySet set) -> set.facts().seriesNumber())
                .thenComparing(set -> set.series().value())
                .thenComparing(
                        set -> set.frames().stream().min(StackOrder.BY_NUMBER).orElseThrow(), StackOrder.BY_NUMBER));
        return sets;
    }

    private static boolean isForViews(ImageHeader header) {
        return !NOT_FOR_VIEWS.contains(header.text(Tag.MODALITY))
                && !header.text(Tag.STUDY_INSTANCE_UID).isBlank()
                && !header.text(Tag.SERIES_INSTANCE_UID).isBlank()
                && !header.text(Tag.SOP_INSTANCE_UID).isBlank();
    }

    private static List<DisplaySet> splitSeries(SeriesUid series, List<ImageHeader> headers) {
        List<FrameEntry> entries = new ArrayList<>();
        for (ImageHeader header : headers) {
            FrameDescriber.frames(header).forEach(frame -> entries.add(new FrameEntry(header, frame)));
        }
        entries.sort((a, b) -> StackOrder.BY_NUMBER.compare(a.frame(), b.frame()));
        Optional<String> fault = SharedReference.fault(entries);
        List<Group> groups = List.of(
                new Group("series", List.of(), fault.isPresent() ? SharedReference.mended(entries, series) : entries));
        for (DisplaySetRule rule : RULES) {
            List<Group> next = new ArrayList<>();
            for (Group group : groups) {
                List<List<FrameEntry>> parts = rule.separate(group.entries());
                if (parts.size() == 1) {
                    next.add(group);
                    continue;
                }
                for (List<FrameEntry> part : parts) {
                    List<SplitLabel> labels = new ArrayList<>(group.labels());
                    rule.label(part).ifPresent(labels::add);
                    next.add(new Group(rule.name(), labels, part));
                }
            }
            groups = next;
        }
        return groups.stream().map(group -> displaySet(series, group, fault)).toList();
    }

    private static DisplaySet displaySet(SeriesUid series, Group group, Optional<String> fault) {
        ImageHeader header = group.entries().getFirst().header();
        StackOrder order = order(group.entries());
        List<String> warnings = new ArrayList<>(order.warningKeys());
        fault.ifPresent(warnings::add);
        if (header.imageTypeHas("MOSAIC")) {
            warnings.add("viewer.set.mosaic");
        }
        if (order.frames().getFirst().scale() instanceof PixelScale.None) {
            warnings.add("viewer.set.no-scale");
        }
        ImageFrame first = group.entries().getFirst().frame();
        return new DisplaySet(
                series + "#" + first.ref().instance() + ":" + first.ref().frame(),
                new StudyUid(header.text(Tag.STUDY_INSTANCE_UID)),
                series,
                header.text(Tag.MODALITY),
                header.text(Tag.SERIES_DESCRIPTION),
                order.frames(),
                order.isVolume(),
                warnings,
                group.rule(),
                SeriesFactsReader.facts(header),
                group.labels());
    }

    private static StackOrder order(List<FrameEntry> entries) {
        List<ImageFrame> frames = entries.stream().map(FrameEntry::frame).toList();
        ImagePlane first = frames.getFirst().plane();
        if (first == null) {
            // one image alone, such as a whole-body scan, has no order to be told of
            boolean expected = frames.size() > 1
                    && CROSS_SECTIONAL.contains(entries.getFirst().header().text(Tag.MODALITY));
            return new StackOrder(frames, false, expected ? List.of("viewer.set.no-geometry") : List.of());
        }
        boolean isCine = frames.stream()
                .allMatch(frame -> frame.plane() != null
                        && frame.plane().position().distanceTo(first.position()) < StackOrder.SAME_PLACE_MM);
        return isCine ? new StackOrder(frames, false, List.of()) : StackOrder.of(frames);
    }
}
