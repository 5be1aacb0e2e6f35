package org.readingroom.desktop.hospital;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.worklist.IdentityDifference;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.FetchTrouble;
import org.readingroom.services.fetch.KeptFor;
import org.readingroom.services.fetch.Readiness;

/// What is ready for offline, in words.
final class ReadyWords {
    private ReadyWords() {}

    /// A shape, a tone and words; any two say it without the third. `tip` says it in full.
    record State(@Nullable Ikon icon, String tone, String text, String tip) {
        State(@Nullable Ikon icon, String tone, String text) {
            this(icon, tone, text, text);
        }
    }

    /// Pictures of somebody else are not what the case waits for, however many are here.
    static State state(Words words, ReadyRow row) {
        State here = here(words, row);
        IdentityDifference difference = IdentityDifference.of(row.row());
        return difference == IdentityDifference.NONE
                ? here
                : new State(
                        MaterialDesignA.ACCOUNT_ALERT_OUTLINE,
                        "critical",
                        "≠ " + here.text(),
                        words.get(difference.messageKey()));
    }

    private static State here(Words words, ReadyRow row) {
        ReadyStand stand = row.stand();
        Readiness now = stand.readiness();
        FetchTrouble trouble = stand.trouble();
        if (now.isWhole()) {
            return new State(MaterialDesignC.CHECK, "done", words.get("desktop.ready.state.whole", now.here()));
        }
        if (trouble != null) {
            return new State(
                    MaterialDesignA.ALERT_OUTLINE,
                    "attention",
                    words.get("desktop.ready.state.trouble", part(words, now), words.get(trouble.messageKey())));
        }
        if (now.isAllHere()) {
            return new State(
                    MaterialDesignC.CIRCLE_SLICE_7, "attention", words.get("desktop.ready.state.unsure", now.here()));
        }
        if (stand.isComing()) {
            return new State(
                    MaterialDesignC.CIRCLE_SLICE_3, "plain", words.get("desktop.ready.state.coming", part(words, now)));
        }
        if (now.total() > 0 && now.here() > 0) {
            return new State(
                    MaterialDesignC.CIRCLE_SLICE_3,
                    "attention",
                    words.get("desktop.ready.state.part", now.here(), now.total()));
        }
        int held = row.row().study().map(study -> study.instanceCount()).orElse(0);
        if (held > 0) {
            return new State(null, "plain", words.get("desktop.ready.state.by-hand", held));
        }
        return row.row().uid().isPresent()
                ? new State(MaterialDesignC.CLOUD_OUTLINE, "quiet", words.get("desktop.ready.state.nothing"))
                : new State(null, "quiet", words.get("desktop.ready.state.none"));
    }

    private static String part(Words words, Readiness now) {
        return words.get("desktop.ready.state.of", now.here(), now.total() == 0 ? "?" : String.valueOf(now.total()));
    }

    static String summary(Words words, List<ReadyRow> rows) {
        return words.get(
                "desktop.ready.summary", ready(rows, true), all(rows, true), ready(rows, false), all(rows, false));
    }

    private static long all(List<ReadyRow> rows, boolean isMine) {
        return rows.stream().filter(row -> row.isMine() == isMine).count();
    }

    private static long ready(List<ReadyRow> rows, boolean isMine) {
        return rows.stream()
                .filter(row -> row.isMine() == isMine && row.isReady())
                .count();
    }

    /// How the room is used, and by which rules.
    static String room(Words words, CacheFigures now) {
        CacheLimits limits = now.limits();
        return words.get(
                "desktop.ready.used",
                ByteWords.of(now.usedBytes()),
                ByteWords.of(limits.quotaBytes()),
                now.studies(),
                limits.unused().toDays());
    }

    /// What is left of the disk.
    static String disk(Words words, CacheFigures now) {
        String free = ByteWords.of(now.limits().freeBytes());
        return now.isFreeKnown()
                ? words.get("desktop.ready.free", ByteWords.of(now.freeBytes()), free)
                : words.get("desktop.ready.free-unknown", free);
    }

    /// What stays whatever happens, and why.
    static String kept(Words words, CacheFigures now) {
        if (now.keptStudies() == 0) {
            return words.get("desktop.ready.kept-none");
        }
        List<String> why = new ArrayList<>();
        for (KeptFor reason : KeptFor.values()) {
            Integer count = now.kept().get(reason);
            if (count != null) {
                why.add(words.get(reason.messageKey(), count));
            }
        }
        return words.get(
                "desktop.ready.kept", now.keptStudies(), ByteWords.of(now.keptBytes()), String.join(" · ", why));
    }

    /// Why nothing more is fetched ahead; empty while it is.
    static String full(Words words, CacheFigures now) {
        if (now.isDiskFull()) {
            return words.get("desktop.ready.disk-full");
        }
        return now.isFullOfKept() ? words.get("desktop.ready.kept-full") : "";
    }
}
