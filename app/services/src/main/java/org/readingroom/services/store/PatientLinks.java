package org.readingroom.services.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;

/// Which patient numbers the EMPI has merged into which.
///
/// Nothing that is kept here is rewritten by a merge: files, drafts and marks hang on their study, and what hangs on
/// a patient stays under the number it was made under. They are looked up by the surviving number, and after an
/// unmerge by their own again, so that neither loses anything.
///
/// **Thread:** any but `fx` and `gl`; looking up never blocks.
// [impl->req~patient.merged~1]
public final class PatientLinks {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TABLE = "patient_link";

    private record Link(PatientId patient, PatientId survivor) {}

    private final Database documents;
    private final Seal seal;
    private volatile List<Link> links;

    private PatientLinks(Database documents, Seal seal, List<Link> links) {
        this.documents = documents;
        this.seal = seal;
        this.links = links;
    }

    public static PatientLinks open(Database documents, Seal seal) throws WorkstationException {
        List<Link> links = new ArrayList<>();
        for (PatientLinkTable.Row row : documents.read(PatientLinkTable::all)) {
            links.add(read(seal.open(row.body(), context(row.patient()))));
        }
        return new PatientLinks(documents, seal, List.copyOf(links));
    }

    /// Keeps what was heard. Returns what is other than before.
    public synchronized List<PatientLink> take(Collection<PatientLink> heard) throws WorkstationException {
        Map<PatientId, Link> after = new LinkedHashMap<>();
        links.forEach(link -> after.put(link.patient, link));
        List<PatientLink> news = new ArrayList<>();
        for (PatientLink each : heard) {
            PatientId survivor = each.survivor();
            Link before = after.get(each.patient());
            if (survivor == null ? before != null : before == null || !before.survivor.equals(survivor)) {
                news.add(each);
            }
            if (survivor == null) {
                after.remove(each.patient());
            } else {
                after.put(each.patient(), new Link(each.patient(), survivor));
            }
        }
        if (news.isEmpty()) {
            return news;
        }
        documents.write(t -> {
            for (PatientLink each : news) {
                PatientId survivor = each.survivor();
                byte[] key = key(each.patient());
                if (survivor == null) {
                    PatientLinkTable.delete(t, key);
                } else {
                    byte[] body = write(new Link(each.patient(), survivor));
                    PatientLinkTable.save(t, new PatientLinkTable.Row(key, seal.seal(body, context(key))));
                }
            }
            return true;
        });
        links = List.copyOf(after.values());
        return news;
    }

    /// The number that stands for `patient` now; itself when it was never merged, or when which of several is meant is
    /// not sure.
    public PatientId survivor(PatientId patient) {
        List<Link> known = links;
        PatientId now = patient;
        Set<PatientId> passed = new HashSet<>();
        while (passed.add(now)) {
            PatientId next = next(known, now);
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
        // A circle leads nowhere.
        return patient;
    }

    private static PatientId next(List<Link> known, PatientId now) {
        Set<PatientId> open = new HashSet<>();
        for (Link link : known) {
            if (folded(link.patient.value()).equals(folded(now.value()))) {
                String one = folded(link.patient.issuer());
                String two = folded(now.issuer());
                if (one.equals(two)) {
                    return link.survivor;
                }
                if (one.isEmpty() || two.isEmpty()) {
                    open.add(link.survivor);
                }
            }
        }
        return open.size() == 1 ? open.iterator().next() : now;
    }

    /// The patient under the surviving number.
    public Patient of(Patient patient) {
        PatientId survivor = survivor(patient.id());
        return survivor.equals(patient.id())
                ? patient
                : new Patient(survivor, patient.name(), patient.birthDate(), patient.sex());
    }

    /// The numbers that `patient` stands for beside its own.
    List<PatientId> mergedInto(PatientId patient) {
        return links.stream()
                .map(Link::patient)
                .filter(id -> !id.equals(patient) && survivor(id).equals(patient))
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private byte[] key(PatientId patient) {
        return seal.reference(TABLE, patient.issuer() + "\n" + patient.value());
    }

    private static SealContext context(byte[] key) {
        return new SealContext(TABLE, "body", HexFormat.of().formatHex(key));
    }

    private static byte[] write(Link link) {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.createArrayNode()
                    .add(link.patient.value())
                    .add(link.patient.issuer())
                    .add(link.survivor.value())
                    .add(link.survivor.issuer()));
        } catch (IOException e) {
            throw new IllegalStateException("writing a patient link failed", e);
        }
    }

    private static Link read(byte[] json) throws StoreException {
        try {
            JsonNode node = MAPPER.readTree(json);
            return new Link(
                    new PatientId(node.path(0).asText(), node.path(1).asText()),
                    new PatientId(node.path(2).asText(), node.path(3).asText()));
        } catch (IOException e) {
            throw new StoreException("services.store.damaged", List.of(), "a patient link cannot be read", null);
        }
    }
}
