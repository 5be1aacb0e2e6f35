package org.readingroom.report.research;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.research.ResearchAct.Kind;

/// A research project and what was done about it, the oldest act first.
public record ResearchCase(ResearchProject project, List<ResearchAct> acts) {
    public ResearchCase {
        acts = List.copyOf(acts);
    }

    public enum State {
        /// Nobody decided yet.
        WAITING,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        /// The ethics approval has run out.
        EXPIRED;

        public String messageKey() {
            return "report.research.state." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// The projects in the order they were entered. Acts about a project that nobody entered are passed
    /// over.
    public static List<ResearchCase> of(List<ResearchAct> acts) {
        Map<String, ResearchCase> cases = new LinkedHashMap<>();
        for (ResearchAct act : acts) {
            ResearchProject project = act.project();
            ResearchCase known = cases.get(act.projectId());
            if (known != null) {
                List<ResearchAct> more = new java.util.ArrayList<>(known.acts);
                more.add(act);
                cases.put(act.projectId(), new ResearchCase(known.project, more));
            } else if (act.kind() == Kind.ENTERED && project != null) {
                cases.put(act.projectId(), new ResearchCase(project, List.of(act)));
            }
        }
        return List.copyOf(cases.values());
    }

    // [impl->req~report.research.approved~1]
    public State state(LocalDate today) {
        State decided = acts.stream()
                .map(ResearchAct::kind)
                .filter(kind -> kind != Kind.EXPORTED)
                .reduce((before, after) -> before == Kind.WITHDRAWN || before == Kind.REFUSED ? before : after)
                .map(kind -> switch (kind) {
                    case APPROVED -> State.APPROVED;
                    case REFUSED -> State.REFUSED;
                    case WITHDRAWN -> State.WITHDRAWN;
                    case ENTERED, EXPORTED -> State.WAITING;
                })
                .orElse(State.WAITING);
        boolean isOver = today.isAfter(project.validUntil());
        return isOver && (decided == State.APPROVED || decided == State.WAITING) ? State.EXPIRED : decided;
    }

    public Optional<ResearchAct> last(Kind kind) {
        return acts.stream().filter(act -> act.kind() == kind).reduce((before, after) -> after);
    }

    public long exports() {
        return acts.stream().filter(act -> act.kind() == Kind.EXPORTED).count();
    }
}
