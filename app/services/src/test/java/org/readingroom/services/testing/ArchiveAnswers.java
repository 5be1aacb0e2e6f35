package org.readingroom.services.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.readingroom.services.testing.MisbehavingArchive.Trouble;
import org.readingroom.services.testing.MisbehavingHttp.Ask;
import org.readingroom.services.testing.MisbehavingHttp.Reply;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.StudyReader;

/// What an archive of these files answers to QIDO-RS, WADO-RS and STOW-RS, in as few words as will do.
final class ArchiveAnswers {
    private static final String BOUNDARY = "a-part-and-another";

    private final Map<String, byte[]> files;

    ArchiveAnswers(Map<String, byte[]> files) {
        this.files = files;
    }

    static StudyReader.Identity identity(byte[] file) {
        try {
            return StudyReader.read(DicomReader.read(file));
        } catch (DicomException e) {
            throw new IllegalArgumentException("a file of a test is no DICOM", e);
        }
    }

    Reply answer(Ask ask, Trouble trouble) {
        String[] target = ask.target().split("\\?", 2);
        String[] path = target[0].substring("/dicom-web/".length()).split("/");
        String query = target.length > 1 ? target[1] : "";
        if (ask.method().equals("POST")) {
            return store(ask, trouble);
        }
        return switch (path.length + path[path.length - 1].replaceAll("[0-9.]+", "")) {
            case "1studies" -> rows(path, query, trouble, "study");
            case "3series" -> rows(path, query, trouble, "series");
            case "5instances" -> rows(path, query, trouble, "instance");
            case "4", "6" -> parts(path, trouble);
            default -> Reply.of(404);
        };
    }

    private List<byte[]> under(String[] path) {
        List<byte[]> found = new ArrayList<>();
        for (byte[] file : List.copyOf(files.values())) {
            StudyReader.Identity id = identity(file);
            boolean isIn = (path.length < 2 || path[1].equals(id.study().uid().value()))
                    && (path.length < 4 || path[3].equals(id.series().uid().value()))
                    && (path.length < 6 || path[5].equals(id.instance().uid().value()));
            if (isIn) {
                found.add(file);
            }
        }
        return found;
    }

    private Reply rows(String[] path, String query, Trouble trouble, String level) {
        Map<String, List<StudyReader.Identity>> groups = under(path).stream()
                .map(ArchiveAnswers::identity)
                .filter(id -> trouble == Trouble.FILTERS_DROPPED || matches(id, query))
                .collect(Collectors.groupingBy(
                        id -> switch (level) {
                            case "study" -> id.study().uid().value();
                            case "series" -> id.series().uid().value();
                            default -> id.instance().uid().value();
                        },
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<String> rows = groups.values().stream().map(ArchiveAnswers::row).toList();
        if (trouble != Trouble.PAGES_IGNORED) {
            int offset = Math.min(rows.size(), number(query, "offset", 0));
            rows = rows.subList(offset, Math.min(rows.size(), offset + number(query, "limit", rows.size())));
        }
        String json = trouble == Trouble.NOT_JSON ? "<html>sign in</html>" : "[" + String.join(",", rows) + "]";
        return Reply.of(200, "application/dicom+json", json.getBytes(StandardCharsets.UTF_8));
    }

    /// This server decodes no percent signs.
    private static boolean matches(StudyReader.Identity id, String query) {
        return is(query, "StudyInstanceUID", id.study().uid().value())
                && is(query, "PatientID", id.study().patient().id().value())
                && is(query, "AccessionNumber", id.study().accessionNumber());
    }

    private static boolean is(String query, String name, String value) {
        String asked = parameter(query, name);
        return asked.isEmpty() || value.matches(asked.replace(".", "\\.").replace("*", ".*"));
    }

    private static int number(String query, String name, int otherwise) {
        String value = parameter(query, name);
        return value.isEmpty() ? otherwise : Integer.parseInt(value);
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static String row(List<StudyReader.Identity> group) {
        StudyReader.Identity id = group.getFirst();
        long series = group.stream().map(each -> each.series().uid()).distinct().count();
        return """
                {"0020000D": {"vr": "UI", "Value": ["%s"]}, "0020000E": {"vr": "UI", "Value": ["%s"]},
                 "00080018": {"vr": "UI", "Value": ["%s"]}, "00080016": {"vr": "UI", "Value": ["%s"]},
                 "00100020": {"vr": "LO", "Value": ["%s"]}, "00100010": {"vr": "PN", "Value": [
                 {"Alphabetic": "%s", "Ideographic": "%s"}]}, "00080061": {"vr": "CS", "Value": ["%s"]},
                 "00080060": {"vr": "CS", "Value": ["%s"]}, "00080050": {"vr": "SH"},
                 "00201206": {"vr": "IS", "Value": [%d]}, "00201208": {"vr": "IS", "Value": ["%d"]},
                 "00201209": {"vr": "IS", "Value": [%d]}, "00200013": {"vr": "IS", "Value": [%d]}}
                """.formatted(
                        id.study().uid(),
                        id.series().uid(),
                        id.instance().uid(),
                        id.instance().sopClassUid(),
                        id.study().patient().id().value(),
                        id.study().patient().name().alphabetic(),
                        id.study().patient().name().ideographic(),
                        id.series().modality(),
                        id.series().modality(),
                        series,
                        group.size(),
                        group.size(),
                        id.instance().number());
    }

    private Reply parts(String[] path, Trouble trouble) {
        List<byte[]> found = new ArrayList<>(under(path));
        if (found.isEmpty()) {
            return Reply.of(404);
        }
        if (trouble == Trouble.STRANGER) {
            found.add(found.size() / 2, SmallDicom.of(99, 1).bytes());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] file : found) {
            byte[] sent = switch (trouble) {
                case PART_CUT -> Arrays.copyOf(file, file.length - 100);
                case FILE_CORRUPTED -> corrupted(file);
                default -> file;
            };
            int told = sent.length
                    + switch (trouble) {
                        case PART_LENGTH_SHORT -> -1;
                        case PART_LENGTH_LONG -> 1;
                        default -> 0;
                    };
            body.writeBytes(
                    ("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\nContent-Length: " + told + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(sent);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        if (trouble != Trouble.NO_CLOSING_BOUNDARY) {
            body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        // The type in quotes with a semicolon inside, as a real archive writes it.
        return Reply.of(
                200,
                "multipart/related; type=\"application/dicom; transfer-syntax=1.2\"; boundary=" + BOUNDARY,
                body.toByteArray());
    }

    /// The length of the pixel data, before its 512 bytes of 16 x 16 pixels, says more than there are.
    private static byte[] corrupted(byte[] file) {
        byte[] bytes = file.clone();
        bytes[bytes.length - SmallDicom.SIDE * SmallDicom.SIDE * 2 - 3] ^= 0x20;
        return bytes;
    }

    private Reply store(Ask ask, Trouble trouble) {
        List<String> stored = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (byte[] file : StoredParts.of(ask)) {
            StudyReader.Identity id = identity(file);
            String uid = id.instance().uid().value();
            if (trouble == Trouble.STORE_REFUSED) {
                failed.add(reference(
                        id, ", \"00081197\": {\"vr\": \"US\", \"Value\": [" + MisbehavingArchive.REASON + "]}"));
                continue;
            }
            byte[] kept = trouble == Trouble.STORED_OTHER ? otherContent(file) : file;
            if (trouble != Trouble.STORED_NOTHING && trouble != Trouble.STORED_IN_WORDS) {
                files.putIfAbsent(uid, kept);
            }
            if (trouble != Trouble.STORED_NOTHING) {
                stored.add(reference(id, ""));
            }
            if (trouble == Trouble.ACK_TWICE) {
                stored.add(reference(id, ""));
            }
        }
        String json = """
                {"00081190": {"vr": "UR", "Value": ["%s"]}, "00081199": {"vr": "SQ", "Value": [%s]},
                 "00081198": {"vr": "SQ", "Value": [%s]}}
                """.formatted("http://somewhere", String.join(",", stored), String.join(",", failed));
        return Reply.of(failed.isEmpty() ? 200 : 409, "application/dicom+json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] otherContent(byte[] file) {
        byte[] other = file.clone();
        other[other.length - 1] ^= 1;
        return other;
    }

    private static String reference(StudyReader.Identity id, String more) {
        return "{\"00081150\": {\"vr\": \"UI\", \"Value\": [\"" + id.instance().sopClassUid()
                + "\"]}, \"00081155\": {\"vr\": \"UI\", \"Value\": [\""
                + id.instance().uid() + "\"]}" + more + "}";
    }
}
