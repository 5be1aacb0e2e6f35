package org.readingroom.report.redline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Stage;
import org.readingroom.report.redline.SentenceChange.Aspect;
import org.readingroom.report.redline.SentenceChange.Kind;

/// A redline's names, dates and reasons in the words of a person.
public final class RedlineWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Messages messages;
    private final ZoneId zone;

    public RedlineWords(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    public String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /// A version by its number, stage, signer and time.
    public String version(RedlineVersion version) {
        return version.isDraft() ? get("report.redline.draft", version.act().who()) : act(version.act());
    }

    /// Who did it, at which stage, when, and why where a reason was given.
    public String act(RedlineAct act) {
        Stage stage = act.stage();
        Instant when = act.when();
        if (stage == null || when == null) {
            return get("report.redline.draft", act.who());
        }
        String said = get(
                "report.redline.by",
                act.version(),
                get(stage.messageKey()),
                act.who(),
                MINUTE.format(when.atZone(zone)));
        return act.reason().isBlank() ? said : said + " · " + get("report.redline.why", act.reason());
    }

    /// What kind of change it is and who made it; empty for what stayed.
    public String note(SentenceChange change) {
        if (change.kind() == Kind.SAME) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (change.kind() == Kind.MOVED_AWAY) {
            parts.add(get(change.kind().messageKey(), get(required(change).messageKey())));
        } else if (change.kind() == Kind.MOVED_HERE) {
            parts.add(get(change.kind().messageKey(), get(required(change).messageKey())));
        }
        ChangeKind.of(change).stream()
                .filter(kind -> kind != ChangeKind.MOVED)
                .map(kind -> get(kind.messageKey()))
                .forEach(parts::add);
        RedlineAct act = change.act();
        if (act != null) {
            parts.add(act(act));
        }
        return String.join(" · ", parts);
    }

    private static org.readingroom.report.model.SectionKind required(SentenceChange change) {
        return change.other() == null ? change.section() : change.other();
    }

    /// What the sentence rested on and rests on, where that is another; empty otherwise.
    public List<String> evidence(SentenceChange change) {
        List<String> lines = new ArrayList<>();
        boolean isWhole = change.kind() == Kind.ADDED || change.kind() == Kind.REMOVED;
        ReportSentence before = change.before();
        ReportSentence after = change.after();
        if (change.aspects().contains(Aspect.EVIDENCE) || isWhole) {
            add(lines, "report.redline.images", images(before), images(after));
        }
        if (change.aspects().contains(Aspect.MEASUREMENT) || isWhole) {
            add(lines, "report.redline.measured", measured(before), measured(after));
        }
        if (change.aspects().contains(Aspect.ORIGIN)) {
            add(lines, "report.redline.origin", origin(before), origin(after));
        }
        return lines;
    }

    private void add(List<String> lines, String key, String before, String after) {
        if (!before.equals(after)) {
            lines.add(get(key, before.isEmpty() ? "–" : before, after.isEmpty() ? "–" : after));
        }
    }

    private String origin(@Nullable ReportSentence sentence) {
        return sentence == null
                ? ""
                : get("report.redline.origin." + sentence.origin().name().toLowerCase(Locale.ROOT));
    }

    private static String measured(@Nullable ReportSentence sentence) {
        return sentence == null
                ? ""
                : sentence.measurements().stream().map(BoundMeasurement::shown).collect(Collectors.joining(", "));
    }

    private String images(@Nullable ReportSentence sentence) {
        return sentence == null
                ? ""
                : sentence.evidence().stream().map(this::image).collect(Collectors.joining("; "));
    }

    /// The image by the end of its UID, its frame, and the window it was seen under.
    private String image(EvidenceAnchor anchor) {
        String where = anchor.frame() == null
                ? get("report.redline.mark")
                : get(
                        "report.redline.image",
                        end(anchor.frame().instance().value()),
                        anchor.frame().frame() + 1);
        AnchorWindow window = anchor.window();
        return window == null
                ? where
                : where + " " + get("report.redline.window", number(window.center()), number(window.width()));
    }

    private static String end(String uid) {
        return uid.length() <= 8 ? uid : "…" + uid.substring(uid.length() - 8);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
