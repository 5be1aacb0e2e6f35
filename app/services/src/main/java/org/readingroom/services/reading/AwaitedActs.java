package org.readingroom.services.reading;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.services.identity.User;
import org.readingroom.services.store.CourseTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.VersionTable;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;

/// What the reports of a home wait for, as the list shows it.
///
/// Only who was asked for an opinion lies sealed; all else is read off the tables.
///
/// **Thread:** any but `fx` and `gl`.
// [impl->req~worklist.awaited~1]
final class AwaitedActs {
    /// Acts that decide nothing.
    private static final Set<String> ASIDE =
            Set.of(CourseAct.Kind.COPY_RECALLED.name(), CourseAct.Kind.FAMILY_TOLD.name());

    private final CourseActs acts;
    private final Map<String, VersionTable.Row> last = new HashMap<>();
    private final Map<String, CourseTable.Row> decides = new HashMap<>();
    private final Map<String, User> users = new HashMap<>();

    /// As everything stands now; what is in `withdrawn` does not hold.
    AwaitedActs(Database documents, CourseActs acts, Set<String> withdrawn, List<User> people)
            throws WorkstationException {
        this.acts = acts;
        people.forEach(user -> users.put(user.id(), user));
        documents.read(t -> {
            HoldingVersions holding = new HoldingVersions(withdrawn);
            for (VersionTable.Row version : VersionTable.all(t)) {
                if (holding.isHolding(version.report(), version.version(), version.stage())) {
                    last.put(hex(version.study()), version);
                }
            }
            for (CourseTable.Row act : CourseTable.all(t)) {
                if (!ASIDE.contains(act.kind())) {
                    decides.put(hex(act.study()), act);
                }
            }
            return true;
        });
    }

    /// What `study`, known in the tables by `key`, waits for.
    Optional<Awaited> of(Study study, String key) throws WorkstationException {
        CourseTable.Row act = decides.get(key);
        VersionTable.Row version = last.get(key);
        if (version != null && version.stage().equals(Stage.REREAD.name())) {
            boolean isReturned = act != null && act.digest().equals(version.digest());
            return Optional.of(new Awaited(isReturned ? Awaited.Kind.REISSUE : Awaited.Kind.REREAD_REVIEW, "", ""));
        }
        if (act == null || version == null) {
            return Optional.empty();
        }
        if (!act.digest().equals(version.digest())) {
            boolean isAnswered = version.stage().equals(Stage.CONSULTATION.name())
                    && act.kind().equals(CourseAct.Kind.CONSULTATION_ASKED.name());
            return isAnswered ? Optional.of(awaited(Awaited.Kind.ANSWER_READ, act.person())) : Optional.empty();
        }
        return switch (CourseAct.Kind.valueOf(act.kind())) {
            case CONSULTATION_ASKED -> Optional.of(awaited(Awaited.Kind.OPINION, asked(study, act)));
            case CHANGE_REQUESTED -> Optional.of(new Awaited(Awaited.Kind.DECISION, "", ""));
            case CHANGE_GRANTED -> Optional.of(new Awaited(Awaited.Kind.REISSUE, "", ""));
            default -> Optional.empty();
        };
    }

    private String asked(Study study, CourseTable.Row row) throws WorkstationException {
        return acts.ofStudy(study.uid()).stream()
                .filter(act -> act.id().equals(row.id()))
                .map(CourseAct::to)
                .findFirst()
                .orElse("");
    }

    private Awaited awaited(Awaited.Kind kind, String person) {
        @Nullable User user = users.get(person);
        return new Awaited(kind, user == null ? "" : user.loginName(), user == null ? "" : user.displayName());
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
