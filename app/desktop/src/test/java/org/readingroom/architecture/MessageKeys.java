package org.readingroom.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.assets.Messages;

/// The message keys that sources name, against those the bundles have.
///
/// A literal such as `"viewer.file.not-dicom"` is a key. A literal that ends in a dot, such as `"desk.tool."`, is the
/// beginning of keys put together at run time: every key it begins counts as used, and there must be one.
// [impl->req~house.words~1]
final class MessageKeys {
    private static final Pattern LITERAL = Pattern.compile(
            "[\"{:%](?<key>(?:" + String.join("|", Messages.BUNDLES) + ")\\.[a-z][a-zA-Z0-9.-]*)(?=[\"}])");

    private final Set<String> known;
    private final SortedSet<String> missing = new TreeSet<>();
    private final SortedSet<String> unused;

    /// `notKeys` are literals that look like keys and are something else.
    MessageKeys(Set<String> known, Map<String, String> sources, List<String> notKeys) {
        this.known = known;
        this.unused = new TreeSet<>(known);
        sources.forEach((file, text) -> {
            Matcher matcher = LITERAL.matcher(text);
            while (matcher.find()) {
                String literal = matcher.group("key");
                if (!notKeys.contains(literal)) {
                    use(file, literal);
                }
            }
        });
    }

    private void use(String file, String literal) {
        boolean found;
        if (literal.endsWith(".") || literal.endsWith("-")) {
            found = known.stream().anyMatch(key -> key.startsWith(literal));
            unused.removeIf(key -> key.startsWith(literal));
        } else {
            found = known.contains(literal);
            unused.remove(literal);
        }
        if (!found) {
            missing.add(literal + " (" + file + ")");
        }
    }

    SortedSet<String> missing() {
        return missing;
    }

    SortedSet<String> unused() {
        return unused;
    }
}
