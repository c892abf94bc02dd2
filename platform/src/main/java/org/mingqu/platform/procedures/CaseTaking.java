package org.mingqu.platform.procedures;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;

/// Takes a step of a case that needs nothing but an opinion, as its own room does it: for decisions about
/// several cases, and for decisions that wait for a colleague's signature. Every kind of case says of each of its
/// steps whether it is such a one.
public interface CaseTaking {

    /// The kind of case, as its procedure is called.
    String kind();

    /// The steps that need nothing but an opinion.
    Set<String> steps();

    /// The other steps, and why each is taken on the page of the matter only.
    Map<String, TakenAlone> alone();

    /// Takes a step as a person, with everything that the room checks and enters for it.
    ///
    /// @throws org.mingqu.platform.rules.Refusal if the room refuses it
    void take(UUID subject, String step, String opinion, Actor actor);
}
