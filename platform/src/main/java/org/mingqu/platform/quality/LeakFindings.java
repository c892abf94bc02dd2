package org.mingqu.platform.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mingqu.ledger.Entry;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseDocuments;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.quality.Leak.LeakStage;
import org.mingqu.platform.workspace.LeakTraced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts what a trace has found to the leaks that it is about (art. 25): those that suspect a recipient whom
/// it names, and those that suspect nobody yet. What follows from it people decide.
@Component
class LeakFindings {

    private static final Set<LeakStage> OPEN = Set.of(LeakStage.REPORTED, LeakStage.STOPPED);

    private final LeakStore store;
    private final Parties parties;
    private final CaseFiles cases;
    private final CaseDocuments documents;
    private final JsonMapper json;

    LeakFindings(LeakStore store, Parties parties, CaseFiles cases, CaseDocuments documents, JsonMapper json) {
        this.store = store;
        this.parties = parties;
        this.cases = cases;
        this.documents = documents;
        this.json = json;
    }

    @EventListener
    void on(LeakTraced it) {
        if (it.recipients().isEmpty()) {
            return;
        }
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        var platform = Actor.platform(authority.id(), authority.name(), Role.AUTHORITY);
        for (var leak : store.all()) {
            if (OPEN.contains(leak.stage()) && isAbout(leak, it.recipients())) {
                documents.put(leak.caseId(), "trace-%s.json".formatted(it.leak()), finding(it), platform);
                cases.notice(leak.caseId(), "TRACE_FOUND", "25", it.evidence(), platform);
            }
        }
    }

    private static boolean isAbout(Leak it, List<UUID> recipients) {
        var suspect = it.suspect();
        return suspect == null || recipients.contains(suspect.id());
    }

    private byte[] finding(LeakTraced it) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("trace", it.leak().toString());
        facts.put("entry", it.evidence().toString());
        facts.put(
                "recipients",
                it.recipients().stream()
                        .map(id ->
                                parties.organisation(id).map(Organisation::name).orElse(id.toString()))
                        .toList());
        return Entry.of(json.<JsonNode>valueToTree(facts)).bytes();
    }
}
