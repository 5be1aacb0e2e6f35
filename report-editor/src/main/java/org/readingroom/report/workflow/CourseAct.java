package org.readingroom.report.workflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Something a person did about a signed version other than sign: sent it back, asked for an opinion or
/// a change.
///
/// Acts only grow in number; none is ever changed. `version` and `digest` name the signed version it is
/// about. `code` is what the rule file's list says, such as the reason of a return or, of a grant, the
/// [Stage] that may be signed; `words` are free. `to` is the id of the person a question goes to, or
/// the recipient whose copy was recalled; `toName` its words.
public record CourseAct(
        String id,
        String digest,
        int version,
        Kind kind,
        String userId,
        String name,
        Instant at,
        String code,
        String words,
        String to,
        String toName,
        String rulesVersion) {
    public CourseAct {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// What a person may do about a version beside signing.
    public enum Kind {
        /// 退回: sent back to be written again.
        RETURNED,
        /// 请会诊: an opinion is asked for.
        CONSULTATION_ASKED,
        /// 申请更改
        CHANGE_REQUESTED,
        /// 同意更改
        CHANGE_GRANTED,
        /// 不同意更改
        CHANGE_DENIED,
        /// 撤回: a question or request is taken back.
        WITHDRAWN,
        /// 收回旧报告: one recipient gave the old copy back, or says it is destroyed.
        COPY_RECALLED,
        /// 告知患者或家属
        FAMILY_TOLD;

        /// Whether it says who is next; recalls and what was told say nothing of that.
        public boolean isDeciding() {
            return this != COPY_RECALLED && this != FAMILY_TOLD;
        }

        public String messageKey() {
            return "report.course." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
