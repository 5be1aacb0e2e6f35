package org.readingroom.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which requirement is answered by code and which by a test.
///
/// A requirement is declared once as `` `req~area.name~1` `` at the start of a list item in
/// `docs/requirements/*.md`; sources answer with `[impl->…]`, tests with `[utest->…]`.
// [impl->req~house.trace~1]
final class RequirementTrace {
    private static final Pattern DECLARED = Pattern.compile("^\\s*[-*]\\s+`(req~[a-z0-9.-]+~\\d+)`", Pattern.MULTILINE);
    private static final Pattern MARK = Pattern.compile("\\[(impl|utest)->(req~[a-zA-Z0-9._-]+~\\d+)\\]");

    private final SortedMap<String, String> declared = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> implementations = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    RequirementTrace(Map<String, String> documents, Map<String, String> sources) {
        documents.forEach(this::declare);
        sources.forEach(this::answer);
    }

    private void declare(String file, String text) {
        Matcher matcher = DECLARED.matcher(text);
        while (matcher.find()) {
            String before = declared.put(matcher.group(1), file);
            if (before != null) {
                faults.add(matcher.group(1) + " is declared in " + before + " and again in " + file);
            }
        }
    }

    private void answer(String file, String text) {
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
            String id = matcher.group(2);
            if (!declared.containsKey(id)) {
                faults.add(file + " answers " + id + ", which no requirement file declares");
            }
            Map<String, SortedSet<String>> answers = matcher.group(1).equals("impl") ? implementations : tests;
            answers.computeIfAbsent(id, key -> new TreeSet<>()).add(file);
        }
    }

    /// Unknown and doubled identifiers: these fail the build.
    List<String> faults() {
        return List.copyOf(faults);
    }

    SortedSet<String> withoutCode() {
        return unanswered(implementations);
    }

    SortedSet<String> withoutTest() {
        return unanswered(tests);
    }

    int size() {
        return declared.size();
    }

    private SortedSet<String> unanswered(Map<String, SortedSet<String>> answers) {
        SortedSet<String> open = new TreeSet<>(declared.keySet());
        open.removeAll(answers.keySet());
        return open;
    }

    /// What the build prints.
    String report() {
        StringBuilder text = new StringBuilder();
        text.append("Requirements: %d declared, %d without code, %d without test%n"
                .formatted(size(), withoutCode().size(), withoutTest().size()));
        withoutCode().forEach(id -> text.append("  no code: %s (%s)%n".formatted(id, declared.get(id))));
        withoutTest().forEach(id -> text.append("  no test: %s (%s)%n".formatted(id, declared.get(id))));
        return text.toString();
    }
}
