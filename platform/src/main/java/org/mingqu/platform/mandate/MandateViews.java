package org.mingqu.platform.mandate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.mandate.MandatesController.MandateEdition;
import org.mingqu.platform.mandate.MandatesController.MandateHead;
import org.mingqu.platform.mandate.MandatesController.MandateSignatory;
import org.mingqu.platform.mandate.MandatesController.MandateView;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.supervision.Assessments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An agreement as its parties see it: the text against the template and against the edition in force, who has signed,
/// and the assessments that a renewal is decided on.
@Component
class MandateViews {

    private final MandateStore store;
    private final ClosingStore closings;
    private final MandateTemplate template;
    private final Assessments assessments;

    MandateViews(MandateStore store, ClosingStore closings, MandateTemplate template, Assessments assessments) {
        this.store = store;
        this.closings = closings;
        this.template = template;
        this.assessments = assessments;
    }

    @Transactional(readOnly = true)
    public MandateView of(Mandate it, Actor actor) {
        var shown = it.shown();
        var origin = template.of(it.authority(), it.operator(), shown.months());
        return new MandateView(
                it.id(),
                it.caseId(),
                it.version(),
                it.number(),
                it.title(),
                it.stage(),
                it.authority(),
                it.operator(),
                it.edition(),
                it.shownEdition(),
                shown.months(),
                it.from(),
                it.until(),
                it.reason(),
                heads(it, origin),
                shown.missing().stream().map(Head::name).toList(),
                shown.parties().stream()
                        .map(party -> MandateSignatory.of(it, party))
                        .toList(),
                it.sm3(),
                store.editions(it.id()).stream()
                        .map(each -> new MandateEdition(
                                each.number(),
                                each.sm3(),
                                each.from(),
                                each.until(),
                                each.text().months()))
                        .toList(),
                assessments.of(it.operator().id()),
                it.predecessor(),
                closing(it.id()),
                Mandates.open(it, actor));
    }

    private static List<MandateHead> heads(Mandate it, Map<Head, String> origin) {
        var current = it.proposed() == null ? null : it.text();
        return Arrays.stream(Head.values())
                .map(head -> {
                    var text = it.shown().head(head);
                    return new MandateHead(
                            head,
                            text,
                            Redline.between(origin.getOrDefault(head, ""), text),
                            current == null ? List.of() : Redline.between(current.head(head), text));
                })
                .toList();
    }

    private @Nullable UUID closing(UUID mandate) {
        return closings.ofMandate(mandate).map(Closing::id).orElse(null);
    }
}
