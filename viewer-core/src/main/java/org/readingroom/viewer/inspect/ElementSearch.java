package org.readingroom.viewer.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds lines by tag, keyword, creator or value.
///
/// Hexadecimal digits, with or without brackets and comma, are a tag or its beginning; anything else is looked for in
/// keyword, creator and value, whatever its case. What looks like a tag is looked for in both ways.
///
/// **Thread:** any but `fx`; an interrupt ends it with what was found.
// [impl->req~inspect.search~1]
public final class ElementSearch {
    private static final Pattern TAG = Pattern.compile("\\(?[0-9A-Fa-f]{4},?[0-9A-Fa-fXx]{0,4}\\)?");

    private final String tagDigits;
    private final String words;
    private final int most;
    private final List<Hit> hits = new ArrayList<>();

    /// A line that was found and the lines that lead to it, the outermost first.
    public record Hit(List<ElementLine> path) {
        public Hit {
            path = List.copyOf(path);
        }

        public ElementLine line() {
            return path.getLast();
        }
    }

    private ElementSearch(String query, int most) {
        String plain = query.strip();
        this.tagDigits =
                TAG.matcher(plain).matches() ? plain.replaceAll("[(),]", "").toUpperCase(Locale.ROOT) : "";
        this.words = plain.toLowerCase(Locale.ROOT);
        this.most = most;
    }

    /// The first `most` lines that match, in their order; none for a blank query.
    public static List<Hit> find(List<ElementLine> lines, String query, int most) {
        ElementSearch search = new ElementSearch(query, most);
        if (!search.words.isEmpty()) {
            search.walk(lines, new ArrayList<>());
        }
        return search.hits;
    }

    private void walk(List<ElementLine> lines, List<ElementLine> above) {
        for (ElementLine line : lines) {
            if (hits.size() >= most || Thread.currentThread().isInterrupted()) {
                return;
            }
            above.add(line);
            if (!line.isItem() && matches(line)) {
                hits.add(new Hit(above));
            }
            if (line.hasChildren()) {
                walk(line.children(), above);
            }
            above.removeLast();
        }
    }

    private boolean matches(ElementLine line) {
        boolean isTag = !tagDigits.isEmpty() && "%08X".formatted(line.tag()).startsWith(tagDigits);
        return isTag
                || line.name().toLowerCase(Locale.ROOT).contains(words)
                || line.value().toLowerCase(Locale.ROOT).contains(words);
    }
}
