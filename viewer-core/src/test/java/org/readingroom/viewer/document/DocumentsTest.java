package org.readingroom.viewer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.outline.OutlineText;
import org.readingroom.viewer.testing.SharedData;

class DocumentsTest {
    private static final String LETTER = """
            <?xml version="1.0" encoding="%s"?>
            <?xml-stylesheet href="http://example.invalid/x.xsl"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3">
              <title>影像检查报告</title>
              <effectiveTime value="20260102101500+0800"/>
              <recordTarget><patientRole><patient><name><family>测</family><given>试</given></name></patient></patientRole></recordTarget>
              <component><structuredBody>
                <component><section><title>所见</title><text>
                  <paragraph>右肺下叶见<content styleCode="Bold">结节</content>。</paragraph>
                  <list><item>大小 12 mm</item><item>边界清</item></list>
                  <table><thead><tr><th>日期</th><th>大小</th></tr></thead>
                    <tbody><tr><td>2025</td><td>10</td></tr></tbody></table>
                  <script>alert(1)</script>
                </text>
                <component><section><title>印象</title><text>随访<br/>半年</text></section></component>
                </section></component>
              </structuredBody></component>
            </ClinicalDocument>
            """;

    @TempDir
    Path folder;

    // [utest->req~document.cda~1]
    @Test
    void aLetterIsReadableInAnyEncoding() throws DocumentException {
        for (String name : List.of("UTF-8", "GB18030")) {
            List<String> lines = new OutlineText(Messages.of(Locale.SIMPLIFIED_CHINESE))
                    .lines(ClinicalDocument.read(LETTER.formatted(name).getBytes(Charset.forName(name))));
            assertEquals(
                    List.of(
                            "影像检查报告",
                            "  日期：2026-01-02",
                            "  患者：测 试",
                            "  所见",
                            "    右肺下叶见结节。",
                            "    • 大小 12 mm",
                            "    • 边界清",
                            "    日期 | 大小",
                            "    2025 | 10",
                            "    印象",
                            "      随访",
                            "      半年"),
                    lines);
        }
    }

    // [utest->req~document.cda~1]
    @Test
    void nothingOutsideTheDocumentIsRead() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "SECRET");
        for (String type : List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>")) {
            String text = type + "<ClinicalDocument><title>&e;</title></ClinicalDocument>";
            DocumentException refused = assertThrows(
                    DocumentException.class, () -> ClinicalDocument.read(text.getBytes(StandardCharsets.UTF_8)));
            assertEquals("viewer.cda.doctype", refused.messageKey());
            assertFalse(String.valueOf(refused.getMessage()).contains("SECRET"));
        }
    }

    // [utest->req~document.cda~1]
    @Test
    void entitiesDoNotSwellAndDepthIsBounded() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><ClinicalDocument><title>&a29;</title></ClinicalDocument>");
        String deep = "<ClinicalDocument>" + "<component>".repeat(100_000);
        for (String text : List.of(bomb.toString(), deep, "<html/>", "not xml", "")) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThrows(
                            DocumentException.class,
                            () -> ClinicalDocument.read(text.getBytes(StandardCharsets.UTF_8))));
        }
    }

    // [utest->req~document.open~1]
    @Test
    void aPdfComesOutAsItWentIn() throws WorkstationException {
        EncapsulatedDocument pdf = EncapsulatedDocument.of(
                        DicomReader.read(SharedData.path("document/encapsulated-pdf.dcm"))
                                .dataSet())
                .orElseThrow();
        assertEquals(EncapsulatedDocument.Kind.PDF, pdf.kind());
        // dcmdump: EncapsulatedDocumentLength 427, an odd number
        assertEquals(427, pdf.bytes().length);
        assertTrue(new String(pdf.bytes(), StandardCharsets.ISO_8859_1)
                .stripTrailing()
                .endsWith("%%EOF"));
    }

    // [utest->req~document.open~1]
    @Test
    void whatTheBytesAreBeatsWhatTheLabelSays() throws DocumentException {
        assertEquals(EncapsulatedDocument.Kind.PDF, kind("text/xml", "%PDF-1.7 …"));
        assertEquals(EncapsulatedDocument.Kind.CDA, kind("", "<ClinicalDocument/>"));
        assertEquals(EncapsulatedDocument.Kind.MODEL, kind("model/stl", "solid x"));
        assertEquals(EncapsulatedDocument.Kind.OTHER, kind("application/zip", "PK"));
        DataSet empty = DataSetBuilder.create()
                .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, new byte[0])
                .build();
        assertThrows(DocumentException.class, () -> EncapsulatedDocument.of(empty));
    }

    private static EncapsulatedDocument.Kind kind(String mediaType, String text) throws DocumentException {
        return EncapsulatedDocument.of(DataSetBuilder.create()
                        .text(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, Vr.LO, mediaType)
                        .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, text.getBytes(StandardCharsets.UTF_8))
                        .build())
                .orElseThrow()
                .kind();
    }
}
