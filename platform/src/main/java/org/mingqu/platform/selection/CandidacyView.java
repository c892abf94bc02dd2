package org.mingqu.platform.selection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;

/// An application to become operator.
///
/// @param defects what was found missing
/// @param gaps what stands against filing it as it is: field to code
/// @param scores those that who asks may see
/// @param mayScore whether who asks is an expert who scores it now
/// @param round which score that would be: 1 on one's own, 2 after all had scored
/// @param mayOpine whether who asks is a regulator who says something of it now
record CandidacyView(
        UUID id,
        UUID caseId,
        SelectionNotice notice,
        int version,
        String number,
        Party organisation,
        CandidacyStage stage,
        Map<Requirement, Candidacy.Answer> answers,
        Map<Requirement, String> defects,
        Map<String, String> gaps,
        @Nullable Instant filedAt,
        List<OpenMove> open,
        List<ScoreView> scores,
        boolean mayScore,
        int round,
        List<OpinionView> opinions,
        boolean mayOpine) {

    /// @param own whether it is of who asks
    record ScoreView(
            String name, int round, Map<Requirement, Integer> points, String comment, Instant at, boolean own) {}

    record OpinionView(String organisation, Role role, boolean objects, String text, Instant at) {

        static OpinionView of(Opinion it) {
            return new OpinionView(it.organisationName(), it.role(), it.objects(), it.text(), it.at());
        }
    }
}
