package org.readingroom.viewer.sr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.ReferenceItem;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.origin.GeneralModules;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.SourceImage;

/// Writes documents: a content tree with the modules around it.
///
/// **Source:** DICOM PS3.3 sections A.35.13, C.17.1, C.17.2.
// [impl->req~sr.write~1]
public final class DocumentWriter {
    private static final int CURRENT_EVIDENCE = 0x0040A375;
    private static final int OTHER_EVIDENCE = 0x0040A385;
    private static final int PERFORMED_PROCEDURE_CODE_SEQUENCE = 0x0040A372;
    private static final int REFERENCED_REQUEST_SEQUENCE = 0x0040A370;
    private static final int REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE = 0x00081111;
    private static final int PLACER_ORDER_NUMBER = 0x00402016;
    private static final int FILLER_ORDER_NUMBER = 0x00402017;
    private static final int CODING_SCHEME_IDENTIFICATION_SEQUENCE = 0x00080110;
    private static final int RESPONSIBLE_ORGANIZATION = 0x00080116;
    private static final int CODING_SCHEME_NAME = 0x00080115;

    /// The scheme of our own codes, for what no context group of the standard names.
    public static final String OWN_SCHEME = "99READINGROOM";

    private DocumentWriter() {}

    /// A structured report of `sopClassUid` about a study; `predecessor` is the document that it
    /// takes the place of.
    ///
    /// `source` is an image of the study the document belongs to; of `evidence`, what is of that
    /// study is its own evidence, what is of others pertinent.
    public static DataSet report(
            String sopClassUid,
            ContentItem root,
            Origin origin,
            SourceImage source,
            List<SeriesReference> evidence,
            List<SeriesReference> predecessor) {
        return report(sopClassUid, root, origin, source, evidence, predecessor, DocumentStanding.PLAIN);
    }

    /// The same of a document that says how far it has come.
    public static DataSet report(
            String sopClassUid,
            ContentItem root,
            Origin origin,
            SourceImage source,
            List<SeriesReference> evidence,
            List<SeriesReference> predecessor,
            DocumentStanding standing) {
        DataSetBuilder made = begin(sopClassUid, "SR", origin, source);
        standing.write(made);
        made.sequence(PERFORMED_PROCEDURE_CODE_SEQUENCE, List.of());
        if (!predecessor.isEmpty()) {
            made.sequence(SrTag.PREDECESSOR_DOCUMENTS_SEQUENCE, studies(predecessor));
        }
        evidence(made, source, evidence);
        ContentWriter.write(made, root);
        return made.build();
    }

    static DataSetBuilder begin(String sopClassUid, String modality, Origin origin, SourceImage source) {
        DataSetBuilder made =
                GeneralModules.contentTime(GeneralModules.begin(source, origin, sopClassUid, modality), origin);
        made.sequence(REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE, List.of());
        made.sequence(
                CODING_SCHEME_IDENTIFICATION_SEQUENCE,
                List.of(DataSetBuilder.create()
                        .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, OWN_SCHEME)
                        .text(CODING_SCHEME_NAME, Vr.ST, "Reading Room")
                        .text(RESPONSIBLE_ORGANIZATION, Vr.ST, "Reading Room")
                        .build()));
        String accession =
                source.dataSet().string(Tag.ACCESSION_NUMBER).orElse("").strip();
        if (!accession.isEmpty()) {
            made.sequence(
                    REFERENCED_REQUEST_SEQUENCE,
                    List.of(DataSetBuilder.create()
                            .text(Tag.STUDY_INSTANCE_UID, Vr.UI, source.study().value())
                            .sequence(Tag.REFERENCED_STUDY_SEQUENCE, List.of())
                            .text(Tag.ACCESSION_NUMBER, Vr.SH, accession)
                            .text(PLACER_ORDER_NUMBER, Vr.LO, "")
                            .text(FILLER_ORDER_NUMBER, Vr.LO, "")
                            .text(Tag.REQUESTED_PROCEDURE_ID, Vr.SH, "")
                            .text(Tag.REQUESTED_PROCEDURE_DESCRIPTION, Vr.LO, "")
                            .sequence(Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE, List.of())
                            .build()));
        }
        return made;
    }

    static void evidence(DataSetBuilder made, SourceImage source, List<SeriesReference> evidence) {
        List<SeriesReference> own = new ArrayList<>();
        List<SeriesReference> other = new ArrayList<>();
        for (SeriesReference series : evidence) {
            (series.studyUid().equals(source.study().value()) ? own : other).add(series);
        }
        if (!own.isEmpty()) {
            made.sequence(CURRENT_EVIDENCE, studies(own));
        }
        if (!other.isEmpty()) {
            made.sequence(OTHER_EVIDENCE, studies(other));
        }
    }

    private static List<DataSet> studies(List<SeriesReference> all) {
        Map<String, List<DataSet>> studies = new LinkedHashMap<>();
        for (SeriesReference series : all) {
            studies.computeIfAbsent(series.studyUid(), key -> new ArrayList<>())
                    .add(ReferenceItem.of(series, SrTag.REFERENCED_SOP_SEQUENCE));
        }
        return studies.entrySet().stream()
                .map(study -> DataSetBuilder.create()
                        .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study.getKey())
                        .sequence(Tag.REFERENCED_SERIES_SEQUENCE, study.getValue())
                        .build())
                .toList();
    }

    /// What a document says of the one that it takes the place of.
    public static List<SeriesReference> predecessor(String studyUid, String seriesUid, InstanceReference document) {
        return List.of(new SeriesReference(studyUid, seriesUid, List.of(document)));
    }
}
