package org.readingroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DependencyDocumentTest {
    private static final Pattern DEPENDENCY =
            Pattern.compile("<(?:dependency|path)>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    @Test
    void everyLibraryInThePomsIsAccountedFor() throws IOException {
        SourceTree tree = new SourceTree();
        String document = Files.readString(tree.root().resolve("docs/dependencies.md"));
        TreeSet<String> libraries = new TreeSet<>();
        tree.files("pom.xml").values().forEach(pom -> {
            Matcher matcher = DEPENDENCY.matcher(pom);
            while (matcher.find()) {
                if (!matcher.group(1).equals("org.readingroom")) {
                    libraries.add(matcher.group(2));
                }
            }
        });
        assertTrue(libraries.size() > 20, libraries.toString());
        libraries.removeIf(library -> document.contains("`" + library + "`"));
        assertEquals(Set.of(), libraries);
    }

    @Test
    void nothingOfTheTestServersIsInTheProgram() {
        String jars = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertTrue(jars.contains("okhttp"), "this is not the class path of the program: " + jars);
        for (String foreign : Set.of("hapi-fhir", "test-servers", "hibernate", "spring-core", "jetty", "/h2-")) {
            assertFalse(jars.contains(foreign), foreign);
        }
    }

    @Test
    void theFlagsOfTheProgramAreThoseOfTheTests() throws IOException {
        SourceTree tree = new SourceTree();
        String pom = Files.readString(tree.root().resolve("pom.xml"));
        for (String flag : Files.readAllLines(tree.root().resolve("installer/jvm.options"))) {
            assertTrue(pom.contains(flag), flag + " is not in the POM's jvm.flags");
        }
    }
}
