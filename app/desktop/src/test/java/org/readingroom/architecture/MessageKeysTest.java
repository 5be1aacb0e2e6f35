package org.readingroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageKeysTest {
    /// Literals that begin like a key and are something else: audit events, commands, names of files.
    private static final List<String> NOT_KEYS = List.of(
            "report.critical",
            "report.draft",
            "report.redline",
            "report.merge",
            "report.html",
            "report.open",
            "report.late",
            "report.late-words",
            "report.rescue",
            "report.course",
            "report.sign",
            "report.txt",
            "report.incoming",
            "report.pdf",
            "desktop.properties",
            "archive.search",
            "study.send",
            "out.retry",
            "out.set-aside",
            "cache.limits",
            "hospital.links",
            "hospital.ready",
            "hospital.search",
            "hospital.servers",
            "plugin.switched-off",
            "desk.align-back",
            "desk.align-points",
            "desk.align-values",
            "desk.cine-faster",
            "desk.cine-play",
            "desk.cine-slower",
            "desk.cursor-3d",
            "desk.link",
            "desk.link-",
            "desk.link-same-place",
            "desk.localizer-lines",
            "desk.reference-lines",
            "desk.layout-1x1",
            "desk.layout-1x2",
            "desk.layout-2x2",
            "desk.plane-acquired",
            "desk.plane-coronal",
            "desk.tile-images",
            "desk.unit-next",
            "report.addendum",
            "report.copy",
            "report.focus",
            "report.evidence",
            "report.next-check",
            "report.fix",
            "report.overrule",
            "report.check-overruled",
            "report.next-blank",
            "report.normal",
            "report.normal-keep",
            "report.phrase",
            "report.phrase-books",
            "report.phrase-keep",
            "report.digest",
            "report.prior",
            "report.register",
            "report.research",
            "report.suggest",
            "report.suggestion",
            "report.search",
            "report.aftercare",
            "report.statistics",
            "report.return",
            "report.consult",
            "report.change-request",
            "report.change-grant",
            "report.change-deny",
            "report.discard-draft",
            "report.take-back",
            "report.recall",
            "report.family-told",
            "report.go-on",
            "report.temporary",
            "report.countersign");

    private final SourceTree tree = new SourceTree();

    // [utest->req~house.words~1]
    @Test
    void everyKeyThatSourcesNameHasWords() {
        assertEquals(Set.of(), keys().missing());
    }

    @Test
    void noWordsLieUnused() {
        assertEquals(Set.of(), keys().unused());
    }

    @Test
    void missingAndUnusedKeysAreNamed() {
        MessageKeys keys = new MessageKeys(
                Set.of("cli.a.one", "cli.a.two", "desk.b"),
                Map.of("A.java", "get(\"cli.a.\" + name) get(\"cli.lost\") \"${bundle:cli.hidden}\" \"viewer.x.\""),
                List.of());
        assertEquals(Set.of("cli.lost (A.java)", "cli.hidden (A.java)", "viewer.x. (A.java)"), keys.missing());
        assertEquals(Set.of("desk.b"), keys.unused());
    }

    private MessageKeys keys() {
        Map<String, String> sources = tree.files(".java").entrySet().stream()
                .filter(file -> file.getKey().contains("/src/main/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new MessageKeys(known(), sources, NOT_KEYS);
    }

    private Set<String> known() {
        Set<String> keys = new TreeSet<>();
        tree.files("_en.properties").forEach((file, text) -> {
            Properties lines = new Properties();
            try {
                lines.load(new StringReader(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (file.contains("src/main/resources/org/readingroom/assets/messages/")) {
                keys.addAll(lines.stringPropertyNames());
            }
        });
        return keys;
    }
}
