package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.services.remote.fhir.PriorCases.form;
import static org.readingroom.services.remote.fhir.PriorCases.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.services.testing.FhirCases;

class FhirPriorsPageTest extends PriorsOfDouble {
    private static final Charset GBK = Charset.forName("GBK");

    // [utest->req~report.outside.page~1]
    @Test
    void aPageIsReadAsItsWordsAndOtherPapersAreOnlyNamed() throws Exception {
        ObjectNode report = report("r-1", "final", "");
        form(report, "application/pdf", "%PDF-1.7", StandardCharsets.US_ASCII);
        form(
                report,
                "text/html",
                "<p>右肺结节。<script>x()</script></p><img src='http://elsewhere/'>",
                StandardCharsets.UTF_8);
        server.put(report);
        assertEquals("右肺结节。", only().text());
        assertEquals(List.of("PDF"), only().papers());
        assertTrue(only().isWhole());
        assertTrue(
                server.requests().stream().noneMatch(request -> request.path().contains("elsewhere")),
                "nothing is fetched");
    }

    // [utest->req~report.outside.page~1]
    @Test
    void aPageBesideTheReportIsReadFromThisServerAlone() throws Exception {
        server.put("""
                {"resourceType":"Binary","id":"b-1","contentType":"text/plain","data":"UmlnaHQu"}""");
        ObjectNode report = report("r-1", "final", "");
        report.putArray("presentedForm")
                .addObject()
                .put("contentType", "text/plain")
                .put("url", "Binary/b-1");
        server.put(report);
        assertEquals("Right.", only().text());
        for (String url :
                List.of("http://127.0.0.1:1/fhir/Binary/b-1", "../Binary/b-1", "Patient/p-8", "//x/Binary/b-1")) {
            FhirCases.change(
                    server,
                    "DiagnosticReport",
                    "r-1",
                    node -> node.withArray("/presentedForm")
                            .removeAll()
                            .addObject()
                            .put("contentType", "text/plain")
                            .put("url", url));
            assertEquals("", only().text(), url);
            assertFalse(only().isWhole(), url);
        }
    }

    // [utest->req~report.outside.page~1]
    @Test
    void charactersAreReadAsTheyAreNamedOrNotAtAll() throws Exception {
        assertEquals("右肺结节。", text("text/plain; charset=GBK", "右肺结节。", GBK));
        assertEquals("右肺结节。", text("text/html", "<meta charset=\"gbk\"><p>右肺结节。</p>", GBK));
        assertEquals("右肺结节。", text("text/plain", "\uFEFF右肺结节。", StandardCharsets.UTF_8));
        assertEquals("左肺。", text("text/plain", "\u202E左\u200B肺\u0007。", StandardCharsets.UTF_8), "no turned words");
        assertEquals("", text("text/plain; charset=utf-8", "右肺结节。", GBK));
        assertEquals("", text("text/plain; charset=GBK", "右肺结节。", StandardCharsets.UTF_8), "it would be other words");
        assertEquals("", text("text/plain; charset=nobody", "Right.", StandardCharsets.UTF_8));
        assertEquals("", text("text/plain", "a".repeat(70_000), StandardCharsets.UTF_8), "longer than any report");
        FhirCases.change(
                server,
                "DiagnosticReport",
                "r-1",
                node -> node.withArray("/presentedForm")
                        .removeAll()
                        .addObject()
                        .put("contentType", "text/plain")
                        .put("data", "Um!lnaHQu"));
        assertEquals("", only().text(), "no base64");
    }

    private String text(String type, String words, Charset charset) throws Exception {
        ObjectNode report = report("r-1", "final", "");
        server.put(form(report, type, words, charset));
        OutsideReport read = only();
        assertEquals(!read.text().isEmpty(), read.isWhole(), "what has no words says so");
        return read.text();
    }
}
