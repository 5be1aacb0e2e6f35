package org.readingroom.report.template;

import java.util.Set;

/// Lines of a template that stand in a report once for each lesion there is.
///
/// `name` is what a person calls one of them, such as 结节. `fields` are the ids of the fields in its lines, `lines` the
/// keys of all of its lines, `numbered` of those before which the number stands once there are several.
// [impl->req~report.template.repeat~1]
public record RepeatedGroup(String id, String name, Set<String> fields, Set<String> lines, Set<String> numbered) {
    /// chosen: more lesions than anybody describes one by one.
    public static final int MOST = 20;

    /// chosen: removing and adding in one report comes nowhere near it.
    static final int LAST_KEY = 40;

    public RepeatedGroup {
        fields = Set.copyOf(fields);
        lines = Set.copyOf(lines);
        numbered = Set.copyOf(numbered);
    }
}
