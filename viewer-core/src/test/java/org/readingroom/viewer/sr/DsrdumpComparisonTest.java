package org.readingroom.viewer.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.testing.SharedData;

/// Every item of every shared document, against DCMTK's reader.
// [utest->req~sr.tree~1]
class DsrdumpComparisonTest {
    private static final Pattern LINE = Pattern.compile("(?<path>[\\d.]+) +<(?:(?<relation>[a-z ]+) )?"
            + "(?:(?<type>[A-Z0-9]+):(?:\\(,,\"(?<name>.*?)\"\\))?=(?<value>.*)|(?<target>[\\d.]+))>(?: \\{.*\\})?");

    @Test
    void everyItemIsWhatDcmtkReads() throws IOException, InterruptedException, DicomException {
        int documents = 0;
        try (Stream<Path> files = Files.list(SharedData.path("document"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String said = Tools.output("dsrdump", "-q", "-Ph", "+Pl", "+Pn", "+U8", file.toString());
                if (said.startsWith("1 ") || said.startsWith("1  ")) {
                    List<String> theirs = new ArrayList<>();
                    for (String line : said.split("\n")) {
                        if (!line.isBlank()) {
                            theirs.add(normal(line));
                        }
                    }
                    StructuredReport report = StructuredReportReader.read(
                                    DicomReader.read(file).dataSet())
                            .orElseThrow();
                    List<String> ours =
                            report.root().all().map(DsrdumpComparisonTest::line).toList();
                    assertEquals(
                            String.join("\n", theirs),
                            String.join("\n", ours),
                            file.getFileName().toString());
                    documents++;
                }
            }
        }
        assertTrue(documents >= 10, documents + " documents compared");
    }

    private static String normal(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        assertTrue(matcher.matches(), line);
        String head = matcher.group("path") + " " + (matcher.group("relation") == null ? "" : matcher.group("relation"))
                + " ";
        if (matcher.group("target") != null) {
            return head + "REF " + matcher.group("target");
        }
        String type = matcher.group("type");
        String value = matcher.group("value");
        String name = matcher.group("name") == null ? "" : matcher.group("name");
        String kept = switch (type) {
            case "TEXT", "CODE", "NUM", "PNAME", "DATE", "TIME", "DATETIME", "UIDREF", "CONTAINER" -> value;
            case "SCOORD" -> numbers(value.replaceFirst("\\((\\w+),", "$1,").replaceFirst("\\)$", ""));
            case "SCOORD3D" ->
                numbers(value.replaceFirst("\\((\\w+),[^,]*,", "$1,").replaceFirst("\\)$", ""));
            default -> "";
        };
        return head + type + " " + name + " = " + kept;
    }

    /// Six digits of each number: the file holds floats, and DCMTK prints nine.
    private static String numbers(String text) {
        StringBuilder rounded = new StringBuilder();
        for (String part : text.split("(?<=[/,])|(?=[/,])")) {
            boolean isNumber = part.matches("-?[\\d.]+(e[+-]?\\d+)?");
            rounded.append(isNumber ? String.format(Locale.ROOT, "%.4g", Double.parseDouble(part)) : part);
        }
        return rounded.toString();
    }

    private static String line(ContentItem item) {
        String relation = item.relationship() == Relationship.ROOT
                ? ""
                : item.relationship().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String name = item.name().map(CodedEntry::meaning).orElse("");
        String head = item.path() + " " + relation + " ";
        return head
                + switch (item.value()) {
                    case ContentValue.Text text -> "TEXT " + name + " = " + quoted(text.text());
                    case ContentValue.Coded coded -> "CODE " + name + " = " + code(coded.code());
                    case ContentValue.Numeric number ->
                        "NUM " + name + " = " + quoted(number.number()) + " "
                                + code(number.unit().orElseThrow());
                    case ContentValue.Person person -> "PNAME " + name + " = " + quoted(person(person));
                    case ContentValue.Moment moment -> kindOf(moment) + " " + name + " = " + quoted(moment.text());
                    case ContentValue.UidReference uid -> "UIDREF " + name + " = " + quoted(uid.uid());
                    case ContentValue.Container container ->
                        "CONTAINER " + name + " = " + (container.isSeparate() ? "SEPARATE" : "CONTINUOUS");
                    case ContentValue.Shape shape -> "SCOORD " + name + " = " + numbers(shape.type() + points(shape));
                    case ContentValue.Shape3d shape ->
                        "SCOORD3D " + name + " = "
                                + numbers(shape.type()
                                        + shape.points().stream()
                                                .map(p -> "," + p.x() + "/" + p.y() + "/" + p.z())
                                                .reduce("", String::concat));
                    case ContentValue.Temporal temporal -> "TCOORD " + name + " = ";
                    case ContentValue.Image image -> "IMAGE " + name + " = ";
                    case ContentValue.Composite composite -> "COMPOSITE " + name + " = ";
                    case ContentValue.Waveform waveform -> "WAVEFORM " + name + " = ";
                    case ContentValue.ByReference reference -> "REF " + reference.target();
                    case ContentValue.Unreadable unreadable -> "unreadable " + unreadable.valueType();
                };
    }

    private static String points(ContentValue.Shape shape) {
        return shape.points().stream().map(p -> "," + p.x() + "/" + p.y()).reduce("", String::concat);
    }

    private static String kindOf(ContentValue.Moment moment) {
        return moment.text().length() > 8 && !moment.text().contains(".")
                ? "DATETIME"
                : moment.text().matches("\\d{8}") ? "DATE" : "TIME";
    }

    private static String person(ContentValue.Person person) {
        String ideographic = person.name().ideographic();
        return person.name().alphabetic() + (ideographic.isEmpty() ? "" : "=" + ideographic);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\n", "\\n").replace("\r", "\\r") + '"';
    }

    private static String code(CodedEntry code) {
        return "(" + code.value() + "," + code.scheme() + (code.version().isEmpty() ? "" : "[" + code.version() + "]")
                + "," + quoted(code.meaning()) + ")";
    }
}
