package org.readingroom.services.remote.dicomweb;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.NamePattern;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.remote.http.HttpRequest;

/// A search for studies as parameters of QIDO-RS: what they find holds all that was asked for, and often more, for
/// [org.readingroom.services.archive.StudyMatch] to sort out.
///
/// **Source:** PS3.18 section 8.3.4.
final class QidoQuery {
    private static final List<String> FIELDS =
            List.of("00081030", "00180015", "00100021", "00100030", "00100040", "00201206", "00201208");

    private final boolean isDecoded;

    /// `isDecoded` when the server decodes percent signs in values.
    QidoQuery(boolean isDecoded) {
        this.isDecoded = isDecoded;
    }

    HttpRequest studies(StudyQuery query) {
        List<HttpRequest.Field> fields = new ArrayList<>();
        if (query.study() != null) {
            fields.add(new HttpRequest.Field("StudyInstanceUID", query.study().value()));
        }
        add(fields, "PatientID", query.patientId());
        add(fields, "AccessionNumber", query.accessionNumber());
        add(fields, "PatientName", new NamePattern(query.patientName()).key());
        String dates = dates(query.from(), query.to());
        if (!dates.isEmpty()) {
            fields.add(new HttpRequest.Field("StudyDate", dates));
        }
        if (query.modalities().size() == 1) {
            add(fields, "ModalitiesInStudy", query.modalities().getFirst());
        }
        HttpRequest request = HttpRequest.get("studies");
        for (HttpRequest.Field field : fields) {
            request = request.query(field.name(), field.value());
        }
        for (String field : FIELDS) {
            request = request.query("includefield", field);
        }
        return request;
    }

    private void add(List<HttpRequest.Field> fields, String name, String value) {
        String asked = ascii(value.strip());
        if (!asked.isEmpty() && !asked.chars().allMatch(c -> c == '*')) {
            fields.add(new HttpRequest.Field(name, asked));
        }
    }

    /// Where a server does not decode percent signs, a wildcard stands for every character that needs one.
    private String ascii(String value) {
        return (isDecoded ? value : value.replaceAll("[^A-Za-z0-9._*-]", "*")).replaceAll("\\*+", "*");
    }

    private static String dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return "";
        }
        return day(from) + "-" + day(to);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
