package org.readingroom.viewer.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One line of an outline and what belongs under it.
///
/// `caption` says what it is, `value` what the object says of it; either may be empty. `facts` are for scripts:
/// codes and identifiers that a reader needs not.
public record OutlineNode(Phrase caption, Phrase value, Map<String, String> facts, List<OutlineNode> children) {
    public OutlineNode {
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
        children = List.copyOf(children);
    }

    public static OutlineNode of(Phrase caption, Phrase value) {
        return new OutlineNode(caption, value, Map.of(), List.of());
    }

    public static OutlineNode of(Phrase caption, String value) {
        return of(caption, Phrase.words(value));
    }

    public OutlineNode with(List<OutlineNode> more) {
        List<OutlineNode> all = new ArrayList<>(children);
        all.addAll(more);
        return new OutlineNode(caption, value, facts, all);
    }

    public OutlineNode withFact(String name, String fact) {
        if (fact.isEmpty()) {
            return this;
        }
        Map<String, String> more = new java.util.LinkedHashMap<>(facts);
        more.put(name, fact);
        return new OutlineNode(caption, value, more, children);
    }
}
