package org.readingroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RequirementTraceTest {
    // [utest->req~house.trace~1]
    @Test
    void everyMarkNamesADeclaredRequirement() throws IOException {
        SourceTree tree = new SourceTree();
        Map<String, String> documents = tree.files(".md").entrySet().stream()
                .filter(file -> file.getKey().startsWith("docs/requirements/"))
                .filter(file -> !file.getKey().endsWith("README.md"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, String> sources = tree.files(".java", ".sh", ".frag", ".vert", "readingroom", "package");

        RequirementTrace trace = new RequirementTrace(documents, sources);
        System.out.print(trace.report());
        Path kept = tree.root().resolve("app/desktop/target/requirement-trace.txt");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, trace.report());

        assertTrue(trace.size() > 0, "no requirement was found");
        assertEquals(List.of(), trace.faults());
    }

    @Test
    void unknownDoubledAndUnansweredRequirementsAreNamed() {
        // Put together here, so that the trace of the house does not read these as marks.
        String code = "[impl" + "->";
        String test = "[utest" + "->";
        RequirementTrace trace = new RequirementTrace(
                Map.of("a.md", "* `req~a.one~1` One.\n* `req~a.two~1` Two.\n", "b.md", "- `req~a.one~1` Again.\n"),
                Map.of(
                        "A.java", "// " + code + "req~a.one~1]\n// " + code + "req~a.three~1]\n",
                        "ATest.java", "// " + test + "req~a.two~1]"));

        assertEquals(2, trace.faults().size());
        assertTrue(trace.faults().stream().anyMatch(fault -> fault.contains("req~a.three~1")));
        assertEquals(Set.of("req~a.two~1"), trace.withoutCode());
        assertEquals(Set.of("req~a.one~1"), trace.withoutTest());
    }
}
