package org.readingroom.services.reading;

import java.util.Locale;

/// What a report waits for that its stage does not say, and of whom.
///
/// `login` and `name` say who is meant; both are empty where anybody is whom the rules let.
public record Awaited(Kind kind, String login, String name) {
    /// What has to happen next.
    public enum Kind {
        /// 待会诊: somebody was asked for an opinion.
        OPINION,
        /// 会诊已复: the opinion is back with whoever asked for it.
        ANSWER_READ,
        /// 待批更改: a change was asked for and nobody decided.
        DECISION,
        /// 待更改: a change was granted and nobody signed it, or it was sent back.
        REISSUE,
        /// 重新诊断待审: a new reading was signed and nobody reviewed it; what was given out before holds.
        REREAD_REVIEW
    }

    /// A line of the message bundles; `isMine` when the reader is meant.
    public String messageKey(boolean isMine) {
        return "services.awaited." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + (isMine ? "-mine" : "");
    }

    /// Whether whoever signed in as `loginName` is meant by name.
    public boolean isOf(String loginName) {
        return !login.isEmpty() && login.equals(loginName);
    }
}
