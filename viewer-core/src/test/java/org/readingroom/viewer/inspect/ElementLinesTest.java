package org.readingroom.viewer.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.testing.SharedData;

class ElementLinesTest {
    private static final DataSet ITEM = DataSetBuilder.create()
            .text(Tag.CODE_MEANING, Vr.LO, "肺结节")
            .text(0x00090010, Vr.LO, "INNER 1.0")
            .text(0x00091001, Vr.LO, "hidden")
            .build();
    private static final DataSet DATA = DataSetBuilder.create()
            .text(Tag.PATIENT_NAME, Vr.PN, "Test^Anna=测试^安娜")
            .text(0x00190010, Vr.LO, "ACME MR 3")
            .text(0x00190011, Vr.LO, "OTHER")
            .text(0x00191005, Vr.SH, "spoiled")
            .bytes(0x00191106, Vr.UN, "b=1000".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .sequence(Tag.PROCEDURE_CODE_SEQUENCE, List.of(ITEM))
            .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[100_000])
            .build();
    private final List<ElementLine> lines = ElementLine.of(DATA);

    // [utest->req~inspect.tree~1]
    @Test
    void privateAttributesTellTheirCreator() {
        assertEquals("[ACME MR 3]", line(0x00191005).name());
        assertEquals("[OTHER]", line(0x00191106).name());
        assertEquals("PrivateCreator", line(0x00190010).name());
        assertTrue(line(0x00191106).value().contains("b=1000"), line(0x00191106).value());
        ElementLine item = line(Tag.PROCEDURE_CODE_SEQUENCE).children().getFirst();
        // an item has blocks of its own: those of the data set around it do not count
        assertEquals("[INNER 1.0]", item.children().getLast().name());
    }

    // [utest->req~inspect.search~1]
    @Test
    void linesAreFoundByTagKeywordCreatorAndValue() {
        for (String query : List.of("(0010,0010)", "00100010", "0010,0010", "patientname", "安娜")) {
            List<ElementSearch.Hit> hits = ElementSearch.find(lines, query, 10);
            assertTrue(hits.stream().anyMatch(hit -> hit.line().tag() == Tag.PATIENT_NAME), query);
        }
        assertEquals(2, ElementSearch.find(lines, "acme", 10).size());
        List<ElementLine> path =
                ElementSearch.find(lines, "hidden", 10).getFirst().path();
        assertEquals(
                List.of("(0008,1032)", "#1", "(0009,1001)"),
                path.stream().map(ElementLine::tagText).toList());
        assertEquals(List.of(), ElementSearch.find(lines, "   ", 10));
        assertEquals(1, ElementSearch.find(lines, "0019", 1).size());
    }

    // [utest->req~inspect.tree~1]
    @Test
    void aLongRawValueIsNotShownWholeAndALineCopiesAsText() {
        assertEquals("…", line(Tag.PIXEL_DATA).preview());
        assertEquals(100_000, line(Tag.PIXEL_DATA).length());
        assertEquals(
                "(0010,0010)\tPN\tPatientName\tTest^Anna=测试^安娜",
                line(Tag.PATIENT_NAME).copyText());
    }

    // [utest->req~inspect.tree~1]
    @Test
    void aRealFileOfPrivateDataOpensWhole() throws DicomException {
        // dcmdump: (0019,100c) of creator SIEMENS MR HEADER in this file
        List<ElementLine> real = ElementLine.of(DicomReader.read(SharedData.path("modality/mr-mosaic-siemens.dcm")));
        List<ElementSearch.Hit> hits = ElementSearch.find(real, "SIEMENS CSA HEADER", 100);
        assertTrue(hits.stream().anyMatch(hit -> hit.line().name().equals("[SIEMENS CSA HEADER]")), hits.size() + "");
    }

    private ElementLine line(int tag) {
        return lines.stream().filter(one -> one.tag() == tag).findFirst().orElseThrow();
    }
}
