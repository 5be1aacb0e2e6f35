package org.readingroom.services.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateException;
import org.readingroom.report.template.TemplateFunctions;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.template.TemplateReader;
import org.readingroom.report.template.TemplateReader.ReadTemplate;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.HomeTable;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The department's own report templates in this home, sealed, every version of each.
///
/// ```
/// templates.department        sealed: the list of all versions
/// templates.file.<digest>     sealed: one file, without what was dropped from it
/// ```
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
// [impl->req~report.template.department~1]
public final class TemplateStore {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateStore.class);
    private static final String LIST = "templates.department";

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;
    private final InstantSource clock;

    TemplateStore(Database documents, Seal seal, AuditTrail audit, User user, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /// Whether the signed-in person may change the department's templates.
    public boolean mayWrite() {
        return user.has(Role.SENIOR) || user.has(Role.ADMINISTRATOR);
    }

    /// **Order:** as they were kept.
    public List<TemplateVersion> versions() throws WorkstationException {
        return list(documents.read(t -> HomeTable.get(t, LIST)));
    }

    /// The newest of each that is in use, read. One that this program reads no more is left out, not the others.
    public List<ReportTemplate> current() throws WorkstationException {
        Map<String, TemplateVersion> newest = new LinkedHashMap<>();
        versions().forEach(version -> newest.put(version.id(), version));
        TemplateReader reader = new TemplateReader(TemplateFunctions.shipped());
        List<ReportTemplate> templates = new ArrayList<>();
        for (TemplateVersion version : newest.values()) {
            if (!version.isRetired()) {
                try {
                    templates.add(reader.read(source(version).getBytes(StandardCharsets.UTF_8))
                            .template());
                } catch (TemplateException e) {
                    LOG.warn("template {} version {} is read no more", version.id(), version.version(), e);
                }
            }
        }
        return templates;
    }

    /// The template of this id that is in use, of the department or shipped; empty, with a line in the log, also when
    /// they cannot be read.
    public Optional<ReportTemplate> find(String id) {
        try {
            return TemplateLibrary.shipped().with(current()).find(id);
        } catch (WorkstationException e) {
            LOG.warn("templates of the department cannot be read", e);
            return Optional.empty();
        }
    }

    /// The file of a version.
    public String source(TemplateVersion version) throws WorkstationException {
        String key = fileKey(version.digest());
        byte[] sealed = documents
                .read(t -> HomeTable.get(t, key))
                .orElseThrow(() -> new WorkstationException("services.templates.broken", "a file is missing"));
        return new String(seal.open(sealed, context(key)), StandardCharsets.UTF_8);
    }

    /// Keeps `file` as the next version of the template it names.
    ///
    /// **Errors:** `services.templates.no-right`; a template that is refused, with its reasons;
    /// `services.templates.changed` when somebody else kept one in this very moment.
    public TemplateVersion keep(byte[] file) throws WorkstationException {
        allow();
        ReadTemplate read = new TemplateReader(TemplateFunctions.shipped()).read(file);
        byte[] source = read.source().getBytes(StandardCharsets.UTF_8);
        String digest = digest(source);
        ReportTemplate template = read.template();
        return add(
                versions -> version(
                        versions,
                        template.id(),
                        template.title(),
                        template.language().code(),
                        digest,
                        false),
                Optional.of(source));
    }

    /// Offers a template no more; the shipped one of its id, if there is one, comes back.
    public TemplateVersion retire(TemplateVersion last) throws WorkstationException {
        allow();
        return add(
                versions -> version(versions, last.id(), last.title(), last.language(), last.digest(), true),
                Optional.empty());
    }

    private interface Next {
        TemplateVersion after(List<TemplateVersion> versions);
    }

    private TemplateVersion version(
            List<TemplateVersion> versions,
            String id,
            String title,
            String language,
            String digest,
            boolean isRetired) {
        int last = versions.stream()
                .filter(one -> one.id().equals(id))
                .mapToInt(TemplateVersion::version)
                .max()
                .orElse(0);
        return new TemplateVersion(id, last + 1, title, language, clock.instant(), user.id(), digest, isRetired);
    }

    private TemplateVersion add(Next next, Optional<byte[]> source) throws WorkstationException {
        Optional<byte[]> before = documents.read(t -> HomeTable.get(t, LIST));
        List<TemplateVersion> versions = new ArrayList<>(list(before));
        TemplateVersion added = next.after(versions);
        versions.add(added);
        byte[] sealedList = seal.seal(TemplateIndexJson.write(versions), context(LIST));
        String key = fileKey(added.digest());
        Optional<byte[]> sealedFile =
                source.isEmpty() ? Optional.empty() : Optional.of(seal.seal(source.get(), context(key)));
        Optional<AuditTable.Row> head = documents.write(t -> {
            if (!equal(before, HomeTable.get(t, LIST))) {
                return Optional.empty();
            }
            if (sealedFile.isPresent()) {
                HomeTable.put(t, key, sealedFile.get());
            }
            HomeTable.put(t, LIST, sealedList);
            return Optional.of(audit.appendIn(
                    t,
                    Action.UPDATE,
                    "templates.department",
                    added.id(),
                    Outcome.SUCCESS,
                    "version " + added.version()));
        });
        audit.publish(head.orElseThrow(
                () -> new WorkstationException("services.templates.changed", "another change came first")));
        return added;
    }

    private void allow() throws WorkstationException {
        if (!mayWrite()) {
            WorkstationException refused = new WorkstationException(
                    "services.templates.no-right", "the department's templates are not theirs");
            audit.appendFailure(Action.UPDATE, "templates.department", null, refused);
            throw refused;
        }
    }

    private List<TemplateVersion> list(Optional<byte[]> sealed) throws WorkstationException {
        return sealed.isEmpty() ? List.of() : TemplateIndexJson.read(seal.open(sealed.get(), context(LIST)));
    }

    private static boolean equal(Optional<byte[]> one, Optional<byte[]> two) {
        return one.isPresent() == two.isPresent() && (one.isEmpty() || Arrays.equals(one.get(), two.orElseThrow()));
    }

    private static String digest(byte[] source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(source));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String fileKey(String digest) {
        return "templates.file." + digest;
    }

    private static SealContext context(String key) {
        return new SealContext("home", "value", key);
    }
}
