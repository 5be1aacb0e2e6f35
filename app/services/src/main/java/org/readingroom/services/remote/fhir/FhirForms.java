package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.template.PageWords;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;

/// The words of a report's pages (`presentedForm`): plain text, else HTML. What is neither is only named.
///
/// A page that lies elsewhere is read where it is a Binary of the same server, and nowhere else.
// [impl->req~report.outside.page~1]
final class FhirForms {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9_:.+-]{1,40})");
    private static final int MOST_FORMS = 8;

    /// `papers` are the kinds of those whose words are not known; `isWhole` is false when one should have
    /// had words.
    record Words(String text, List<String> papers, boolean isWhole) {
        Words {
            papers = List.copyOf(papers);
        }
    }

    private final ReportWire wire;

    FhirForms(ReportWire wire) {
        this.wire = wire;
    }

    Words words(JsonNode all) throws WorkstationException {
        List<String> papers = new ArrayList<>();
        String plain = "";
        String page = "";
        boolean isRead = true;
        int forms = 0;
        for (JsonNode form : all) {
            String type = type(form);
            if (++forms > MOST_FORMS) {
                isRead = false;
            } else if (type.equals("text/plain") || type.isEmpty()) {
                Optional<String> text =
                        bytes(form).flatMap(b -> PlainText.of(b, charset(form))).flatMap(PlainText::of);
                isRead &= text.isPresent();
                plain = plain.isEmpty() ? text.orElse("") : plain;
            } else if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
                Optional<String> text = bytes(form)
                        .flatMap(b -> PlainText.of(b, pageCharset(form, b)))
                        .flatMap(PageWords::of)
                        .flatMap(PlainText::of);
                isRead &= text.isPresent();
                page = page.isEmpty() ? text.orElse("") : page;
            } else {
                papers.add(name(type));
            }
        }
        String text = plain.isEmpty() ? page : plain;
        // one page in two forms is read once
        return new Words(text, papers.stream().distinct().toList(), isRead || !text.isEmpty() && forms <= MOST_FORMS);
    }

    private static String type(JsonNode form) {
        return form.path("contentType").asText().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String name(String type) {
        return switch (type) {
            case "application/pdf" -> "PDF";
            case "application/rtf", "text/rtf" -> "RTF";
            default -> type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") && type.length() <= 60 ? type : "?";
        };
    }

    private static String charset(JsonNode form) {
        Matcher matcher = CHARSET.matcher(form.path("contentType").asText());
        return matcher.find() ? matcher.group(1) : "";
    }

    /// A page says itself what its characters are in where nobody else does.
    private static String pageCharset(JsonNode form, byte[] bytes) {
        String named = charset(form);
        if (!named.isEmpty()) {
            return named;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
        Matcher matcher = CHARSET.matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }

    private Optional<byte[]> bytes(JsonNode form) throws WorkstationException {
        String data = form.path("data").asText();
        if (data.isEmpty()) {
            Optional<String> place = place(form.path("url").asText());
            if (place.isEmpty()) {
                return Optional.empty();
            }
            try {
                JsonNode binary = wire.get(place.get(), List.of());
                data = FhirReferences.ofResource(binary).equals(place.get())
                        ? binary.path("data").asText()
                        : "";
            } catch (RisException e) {
                if (e.fault().isLoss()) {
                    throw e;
                }
            }
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(data.replaceAll("\\s+", ""));
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// As `Binary/7`; nothing for an address on another server.
    private Optional<String> place(String url) {
        String base = wire.server().base().toString().replaceAll("/+$", "") + "/";
        String below = url.startsWith(base) ? url.substring(base.length()) : url;
        return below.matches("Binary/[A-Za-z0-9.-]{1,64}") ? Optional.of(below) : Optional.empty();
    }
}
