package org.readingroom.report.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/// Makes a document one that still looks the same in thirty years: PDF/A-2u.
///
/// The fonts are in the file already; here it gets the colour space that its greys and pictures are meant in, and says
/// in XMP what it is.
///
/// **Source:** ISO 19005-2, clauses 6.2.3, 6.6.2 and 6.6.4.
final class ArchivalForm {
    private static final String MAKER = "Reading Room";

    private ArchivalForm() {}

    /// `made` is the time the document speaks of, not the clock: the same report gives the same document.
    static void give(PDDocument document, String title, String language, Instant made) throws IOException {
        Calendar time = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreator(MAKER);
        information.setCreationDate(time);
        information.setModificationDate(time);
        document.getDocumentCatalog().setLanguage(language);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title, time));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().addOutputIntent(screenColours(document));
        document.setDocumentId(made.getEpochSecond());
    }

    private static byte[] xmp(String title, Calendar time) throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PDFAIdentificationSchema form = xmp.createAndAddPDFAIdentificationSchema();
            form.setPart(2);
            form.setConformance("U");
            xmp.createAndAddDublinCoreSchema().setTitle(title);
            XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
            basic.setCreatorTool(MAKER);
            basic.setCreateDate(time);
            basic.setModifyDate(time);
            new XmpSerializer().serialize(xmp, out, true);
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("the description of the document cannot be written", e);
        }
        return out.toByteArray();
    }

    private static PDOutputIntent screenColours(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        return intent;
    }
}
