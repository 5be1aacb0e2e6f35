package org.readingroom.desktop.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.readingroom.desktop.fx.LinkSign;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.link.LinkStatus;

/// Links in words: calm while all is well, amber with a word when not.
final class LinkWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private LinkWords() {}

    static List<LinkSign> signs(Words words, List<LinkStatus> statuses) {
        return statuses.stream()
                .map(status -> new LinkSign(sign(words, status), tone(status)))
                .toList();
    }

    static Tone tone(LinkStatus status) {
        return status.state().isUsable() ? Tone.PLAIN : Tone.ATTENTION;
    }

    private static String sign(Words words, LinkStatus status) {
        String kind = words.get(status.kind().messageKey());
        return words.get("desktop.links.sign", kind, words.get(status.state().messageKey()));
    }

    /// The hour, and the day too when it was not today.
    static String since(Instant instant) {
        boolean isToday =
                LocalDate.ofInstant(instant, ZoneId.systemDefault()).equals(LocalDate.now(ZoneId.systemDefault()));
        return (isToday ? TIME : DAY).format(instant);
    }

    /// Everything that is known, for the tooltip.
    static String account(Words words, List<LinkStatus> statuses) {
        StringBuilder account = new StringBuilder();
        for (LinkStatus status : statuses) {
            account.append(words.get("desktop.links.account", sign(words, status), since(status.since())));
            if (!status.messageKey().isEmpty()) {
                account.append(' ').append(words.get(status.messageKey()));
            }
            account.append('\n');
        }
        return account.toString().strip();
    }
}
