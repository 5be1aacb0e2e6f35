package org.readingroom.viewer.returned;

import static org.readingroom.viewer.returned.ReportItems.code;
import static org.readingroom.viewer.returned.ReportItems.container;
import static org.readingroom.viewer.returned.ReportItems.item;
import static org.readingroom.viewer.returned.ReportItems.text;
import static org.readingroom.viewer.returned.ReportItems.uid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.PlainText;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.sr.ContentItem;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.Relationship;
import org.readingroom.viewer.sr.SrCode;

/// What stands in a measurement report before the measurements: language, who and with what, of what,
/// which images.
///
/// **Source:** DICOM PS3.16 TID 1204, 1001 to 1004, 1500, 1600, 1602.
final class ReportFrame {
    /// **Source:** DICOM PS3.16 context group 29.
    private static final Map<String, String> MODALITIES = Map.ofEntries(
            Map.entry("CR", "Computed Radiography"),
            Map.entry("CT", "Computed Tomography"),
            Map.entry("DX", "Digital Radiography"),
            Map.entry("ES", "Endoscopy"),
            Map.entry("IO", "Intra-oral Radiography"),
            Map.entry("MG", "Mammography"),
            Map.entry("MR", "Magnetic Resonance"),
            Map.entry("NM", "Nuclear Medicine"),
            Map.entry("PT", "Positron emission tomography"),
            Map.entry("PX", "Panoramic X-Ray"),
            Map.entry("RF", "Radiofluoroscopy"),
            Map.entry("RG", "Radiographic imaging"),
            Map.entry("US", "Ultrasound"),
            Map.entry("XA", "X-Ray Angiography"),
            Map.entry("XC", "External-camera Photography"));

    private ReportFrame() {}

    static List<ContentItem> before(Origin origin, SourceImage source, SourceImages images) {
        List<ContentItem> items = new ArrayList<>();
        boolean isChinese = origin.language().startsWith("zh");
        items.add(code(
                Relationship.HAS_CONCEPT_MOD,
                SrCode.LANGUAGE,
                new CodedEntry(isChinese ? "zh-CN" : "en", "RFC5646", "", isChinese ? "Chinese (China)" : "English")));
        observer(items, origin);
        items.add(code(Relationship.HAS_CONCEPT_MOD, SrCode.PROCEDURE_REPORTED, procedure(source)));
        if (!images.all().isEmpty()) {
            items.add(container(Relationship.CONTAINS, SrCode.IMAGE_LIBRARY, "1600", library(images)));
        }
        return items;
    }

    private static void observer(List<ContentItem> items, Origin origin) {
        Relationship context = Relationship.HAS_OBS_CONTEXT;
        items.add(code(context, SrCode.OBSERVER_TYPE, SrCode.PERSON));
        items.add(item(
                context,
                SrCode.PERSON_OBSERVER_NAME,
                new ContentValue.Person(PersonName.parse(PlainText.person(origin.author()))),
                List.of()));
        items.add(code(context, SrCode.OBSERVER_TYPE, SrCode.DEVICE));
        items.add(uid(context, SrCode.DEVICE_OBSERVER_UID, origin.device().uid()));
        items.add(text(context, SrCode.DEVICE_OBSERVER_NAME, Origin.Device.MODEL));
        items.add(text(context, SrCode.DEVICE_OBSERVER_MANUFACTURER, Origin.Device.MANUFACTURER));
        items.add(text(context, SrCode.DEVICE_OBSERVER_MODEL, Origin.Device.MODEL));
        items.add(text(context, SrCode.DEVICE_OBSERVER_SERIAL, origin.device().serialNumber()));
    }

    /// What the images say was done; else that it was imaging.
    private static CodedEntry procedure(SourceImage source) {
        return CodedEntry.of(source.dataSet(), Tag.PROCEDURE_CODE_SEQUENCE)
                .filter(code -> !code.value().isBlank()
                        && !code.scheme().isBlank()
                        && !code.meaning().isBlank())
                .orElse(SrCode.IMAGING_PROCEDURE);
    }

    private static List<ContentItem> library(SourceImages images) {
        Map<String, List<ContentItem>> groups = new LinkedHashMap<>();
        for (SourceImage image : images.all()) {
            groups.computeIfAbsent(image.modality(), key -> new ArrayList<>()).add(entry(image));
        }
        List<ContentItem> containers = new ArrayList<>();
        groups.forEach((modality, entries) -> {
            List<ContentItem> children = new ArrayList<>();
            String meaning = MODALITIES.get(modality);
            if (meaning != null) {
                children.add(code(Relationship.HAS_ACQ_CONTEXT, SrCode.MODALITY, SrCode.dcm(modality, meaning)));
            }
            children.addAll(entries);
            containers.add(container(Relationship.CONTAINS, SrCode.IMAGE_LIBRARY_GROUP, "", children));
        });
        return containers;
    }

    private static ContentItem entry(SourceImage image) {
        InstanceReference reference = new InstanceReference(image.sopClassUid(), image.instance(), List.of());
        return new ContentItem(
                "", Relationship.CONTAINS, Optional.empty(), new ContentValue.Image(reference, List.of()), List.of());
    }
}
