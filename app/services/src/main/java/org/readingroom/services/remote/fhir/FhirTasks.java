package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.viewer.model.WorkstationException;

/// What this desk changes of a case's Task beside its owner: that it is read, that its report was sent back, that its
/// images cannot be read.
///
/// ```
/// RETURNED       any open state ─► in-progress, with reason and business status; a Task on hold gets the latter alone
/// WRITTEN_AGAIN  both go, where they are ours
/// HELD           any open state ─► on-hold, with reason; a hold of somebody else stays theirs
/// FREED          on-hold, if the hold is ours ─► in-progress, or ready where nobody has the case
/// ```
///
/// A Task that has ended is left, and so is what somebody else put there. Each change leaves a tag with its id, so that
/// one whose answer was lost is not made a second time over what the hospital did since.
///
/// **Source:** FHIR R4 Task, section "State Machine" (started and paused again as often as need be; ends are final),
/// `statusReason` ("applies to the current status"), `businessStatus`.
// [impl->req~report.fhir.case-told~1]
final class FhirTasks {
    /// States a Task does not leave.
    private static final Set<String> ENDED = Set.of("completed", "cancelled", "rejected", "failed", "entered-in-error");

    private static final Set<String> OPEN =
            Set.of("requested", "received", "accepted", "ready", "in-progress", "on-hold");
    private static final String HOLD = "on-hold";
    private static final String URI = "urn:ietf:rfc:3986";
    private static final String RETURNED = "report-returned";
    private static final String UNREADABLE = "images-unreadable";

    private final FhirRewrite rewrite;

    FhirTasks(ReportWire wire) {
        this.rewrite = new FhirRewrite(wire);
    }

    void complete(String task) throws WorkstationException {
        // somebody may be faster: what they made of it is read, and only the state is set
        rewrite.change("Task", task, node -> {
            boolean isOpen = !ENDED.contains(status(node));
            if (isOpen) {
                node.put("status", "completed");
                removeOurs(node, "statusReason", RETURNED);
                removeOurs(node, "statusReason", UNREADABLE);
                removeOurs(node, "businessStatus", RETURNED);
            }
            return isOpen;
        });
    }

    void tell(CaseNews news) throws WorkstationException {
        rewrite.change("Task", news.task(), node -> {
            if (!OPEN.contains(status(node)) || isTold(node, news.id())) {
                return false;
            }
            boolean isChanged = switch (news.kind()) {
                case RETURNED -> isReturned(node, news.words());
                case WRITTEN_AGAIN -> isWrittenAgain(node);
                case HELD -> isHeld(node, news.words());
                case FREED -> isFreed(node);
            };
            if (isChanged) {
                node.withArray("/meta/tag").addObject().put("system", URI).put("code", "urn:uuid:" + news.id());
            }
            return isChanged;
        });
    }

    private static boolean isReturned(ObjectNode node, String words) {
        boolean isHold = status(node).equals(HOLD);
        boolean isFree = !node.has("businessStatus") || isOurs(node.path("businessStatus"), RETURNED);
        if (isFree) {
            node.set("businessStatus", concept(node, RETURNED, "Report returned", "报告退回修改 / report returned"));
        }
        if (!isHold) {
            node.put("status", "in-progress");
            node.set("statusReason", concept(node, RETURNED, "Report returned", words));
        }
        return isFree || !isHold;
    }

    private static boolean isWrittenAgain(ObjectNode node) {
        boolean isState = removeOurs(node, "businessStatus", RETURNED);
        boolean isReason = removeOurs(node, "statusReason", RETURNED);
        return isState || isReason;
    }

    private static boolean isHeld(ObjectNode node, String words) {
        boolean isTheirs = status(node).equals(HOLD) && !isOurs(node.path("statusReason"), UNREADABLE);
        if (!isTheirs) {
            node.put("status", HOLD);
            node.set("statusReason", concept(node, UNREADABLE, "Images unreadable", words));
        }
        return !isTheirs;
    }

    private static boolean isFreed(ObjectNode node) {
        boolean isOurs = status(node).equals(HOLD) && removeOurs(node, "statusReason", UNREADABLE);
        if (isOurs) {
            node.put("status", FhirOrders.isPerson(node.path("owner")) ? "in-progress" : "ready");
        }
        return isOurs;
    }

    private static String status(JsonNode node) {
        return node.path("status").asText();
    }

    private static boolean isTold(JsonNode node, UUID id) {
        for (JsonNode tag : node.at("/meta/tag")) {
            if (tag.path("system").asText().equals(URI)
                    && tag.path("code").asText().equals("urn:uuid:" + id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean removeOurs(ObjectNode node, String name, String code) {
        boolean isOurs = isOurs(node.path(name), code);
        if (isOurs) {
            node.remove(name);
        }
        return isOurs;
    }

    /// Codes of ours have no system: nobody has a URI for them.
    private static boolean isOurs(JsonNode concept, String code) {
        JsonNode coding = concept.path("coding").path(0);
        return coding.path("system").isMissingNode()
                && coding.path("code").asText().equals(code);
    }

    private static ObjectNode concept(ObjectNode node, String code, String display, String text) {
        ObjectNode concept = node.objectNode();
        ArrayNode codings = concept.putArray("coding");
        codings.addObject().put("code", code).put("display", display);
        return concept.put("text", text);
    }
}
