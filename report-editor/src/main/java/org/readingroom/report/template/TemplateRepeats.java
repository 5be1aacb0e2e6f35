package org.readingroom.report.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The groups of a template that may be there more than once, and which of their lesions are there.
///
/// `byLine` tells of every line of a group whose it is. `written` is the template as its file has it; null when it is
/// this one.
public record TemplateRepeats(
        List<RepeatedGroup> groups,
        Map<String, GroupInstance> byLine,
        @Nullable ReportTemplate written) {
    public TemplateRepeats {
        groups = List.copyOf(groups);
        byLine = Map.copyOf(byLine);
    }

    /// Each group once, as the file has it.
    static TemplateRepeats once(List<RepeatedGroup> groups) {
        Map<String, GroupInstance> byLine = new java.util.HashMap<>();
        groups.forEach(group -> group.lines().forEach(line -> byLine.put(line, new GroupInstance(group, 1, 1, 1))));
        return new TemplateRepeats(groups, byLine, null);
    }

    public Optional<RepeatedGroup> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /// Whose line it is; empty for one that stands once.
    public Optional<GroupInstance> of(TemplateLine line) {
        return Optional.ofNullable(byLine.get(line.key()));
    }

    /// The lesions that are there, in their order.
    public List<GroupInstance> of(RepeatedGroup group) {
        return byLine.values().stream()
                .filter(one -> one.group().id().equals(group.id()))
                .distinct()
                .sorted(java.util.Comparator.comparingInt(GroupInstance::number))
                .toList();
    }
}
