package org.readingroom.services.remote.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;

/// The transactions of UPS-RS.
///
/// **Errors:** [RisException].
final class UpsLink {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/dicom+json";
    private static final int PAGE = 200;
    /// chosen: a list of two hundred thousand workitems is no desk's.
    private static final int MOST_PAGES = 1000;

    /// How servers of different years spell the lock of an update (PS3.18 changed it twice); it is in the body too.
    private static final List<String> SPELLINGS = List.of("transaction-uid", "Transaction-uid", "transaction", "");

    private final HttpLink http;
    private volatile String spelling = SPELLINGS.getFirst();

    UpsLink(HttpLink http) {
        this.http = http;
    }

    /// Page by page until one brings nothing new: a server may give fewer at a time than it is asked for.
    Collection<UpsDataSet> search(String state) throws WorkstationException {
        Map<String, UpsDataSet> found = new LinkedHashMap<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            int before = found.size();
            HttpRequest request = HttpRequest.get("workitems")
                    .accept(JSON)
                    .header("Cache-Control", "no-cache")
                    .query(UpsTag.STATE, state)
                    .query("includefield", "all")
                    .query("limit", Integer.toString(PAGE))
                    .query("offset", Integer.toString(before));
            for (JsonNode each : tree(send(request))) {
                UpsDataSet item = new UpsDataSet(each);
                found.putIfAbsent(item.text(UpsTag.WORKITEM), item);
            }
            if (found.size() == before) {
                return found.values();
            }
        }
        throw garbled("pages without end");
    }

    UpsDataSet read(String uid) throws WorkstationException {
        JsonNode tree =
                tree(send(HttpRequest.get("workitems/" + uid).accept(JSON).header("Cache-Control", "no-cache")));
        UpsDataSet item = new UpsDataSet(tree.isArray() ? tree.path(0) : tree);
        // Some servers leave the name out, which was in the address.
        String name = item.text(UpsTag.WORKITEM);
        if (!name.isEmpty() && !name.equals(uid) || !item.node().has(UpsTag.STATE)) {
            throw garbled("another workitem than was asked for");
        }
        if (name.isEmpty() && item.node() instanceof ObjectNode node) {
            UpsDataSet.with(node, UpsTag.WORKITEM, "UI", uid);
        }
        return item;
    }

    void create(String uid, ObjectNode item) throws WorkstationException {
        send(HttpRequest.post("workitems", JSON, bytes(item))
                .query("workitem", uid)
                .accept(JSON));
    }

    void state(String uid, String state, String transaction) throws WorkstationException {
        ObjectNode body = MAPPER.createObjectNode();
        UpsDataSet.with(body, UpsTag.STATE, "CS", state);
        UpsDataSet.with(body, UpsTag.TRANSACTION, "UI", transaction);
        send(HttpRequest.put("workitems/" + uid + "/state", JSON, bytes(body)).accept(JSON));
    }

    /// Changes attributes of a workitem that `transaction` holds. Which spelling a server wants is learnt once.
    void update(String uid, ObjectNode change, String transaction) throws WorkstationException {
        List<String> tries = new ArrayList<>(SPELLINGS);
        tries.remove(spelling);
        tries.addFirst(spelling);
        UpsDataSet.with(change, UpsTag.TRANSACTION, "UI", transaction);
        RisException refused = null;
        for (String each : tries) {
            HttpRequest request =
                    HttpRequest.post("workitems/" + uid, JSON, bytes(change)).accept(JSON);
            try {
                send(each.isEmpty() ? request : request.query(each, transaction));
                spelling = each;
                return;
            } catch (RisException e) {
                if (e.fault() != ServerFault.REFUSED) {
                    throw e;
                }
                refused = refused == null ? e : refused;
            }
        }
        throw refused == null ? garbled("no answer to an update") : refused;
    }

    private HttpAnswer send(HttpRequest request) throws WorkstationException {
        try {
            return http.send(request);
        } catch (HttpFaultException e) {
            throw new RisException(e.fault(), e.answer().strip(), "the worklist server: " + e.getMessage(), e);
        }
    }

    /// Nothing found is an empty array, or no content at all.
    private static JsonNode tree(HttpAnswer answer) throws RisException {
        try {
            JsonNode tree = answer.body().length == 0 ? MAPPER.createArrayNode() : MAPPER.readTree(answer.body());
            if (!tree.isContainerNode()) {
                throw garbled("no data set");
            }
            return tree;
        } catch (IOException e) {
            throw garbled("an answer that is no JSON");
        }
    }

    /// The cause is left out: Jackson quotes what it could not read.
    static RisException garbled(String facts) {
        return new RisException(ServerFault.GARBLED, "", "the worklist server sent " + facts, null);
    }

    private static byte[] bytes(ObjectNode set) {
        try {
            return MAPPER.writeValueAsBytes(set);
        } catch (IOException e) {
            throw new IllegalStateException("writing a data set failed", e);
        }
    }
}
